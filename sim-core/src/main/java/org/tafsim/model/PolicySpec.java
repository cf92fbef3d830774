package org.tafsim.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * A policy to run the scenario under.
 *
 * @param label how results name it, unique in the scenario
 * @param type the policy's id, e.g. {@code nearest}
 * @param parameters its settings, as text
 */
public record PolicySpec(String label, String type, Map<String, String> parameters) {

    /** Copies; parameters keep alphabetic order. */
    public PolicySpec {
        Require.name(label, "Policy");
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
