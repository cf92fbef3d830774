package org.tafsim.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the replicas of a site can run on.
 *
 * @param kinds by the name that replicas use
 * @param areAll whether these are all; where some could not be read, nobody complains of names that are not here
 */
record SiteCards(Map<String, CardKind> kinds, boolean areAll) {

    /** Of replicas stated outside their sites: what the catalog has. */
    static final SiteCards NONE = new SiteCards(Map.of(), true);

    SiteCards {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }
}
