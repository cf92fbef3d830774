package org.tafsim.policy;

import java.util.List;

/**
 * A kind of harvest policy: what it is called, what it does, where it comes from, how it is built.
 *
 * <p>Third parties add theirs through {@link java.util.ServiceLoader}.
 */
public interface HarvestPolicyType {

    /** How scenarios name it, e.g. {@code threshold}; lower case and hyphens; never changes once released. */
    String id();

    /** Its rule in one sentence. */
    String rule();

    /** Who described it first, or where it is used. */
    String source();

    /** Names of the parameters it takes, in the order to show them. */
    List<String> parameterNames();

    /**
     * Builds one for a site and a run.
     *
     * @throws IllegalArgumentException when a parameter is unknown or out of range; the message names it
     */
    HarvestPolicy create(PolicyContext context);
}
