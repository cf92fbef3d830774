package org.tafsim.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who decides what AI may take of what layer 1 leaves.
 *
 * @param policy its id, e.g. {@code threshold}
 * @param parameters its settings, as text
 * @param periodNanos how often it decides, positive
 */
public record HarvestSpec(String policy, Map<String, String> parameters, long periodNanos) {

    /** Copies, parameters in alphabetic order, and checks. */
    public HarvestSpec {
        Require.name(policy, "A harvest policy");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        Require.positive(periodNanos, "Harvest policy " + policy, "period (ns)");
    }

    /** RAN has what the load asks for, and a margin: what is used where nobody says. */
    public static HarvestSpec usual(long periodNanos) {
        return new HarvestSpec("follow", Map.of(), periodNanos);
    }
}
