package org.tafsim.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy and its settings.
 *
 * @param type the policy's id
 * @param parameters its settings, as text, in alphabetic order
 */
public record PolicyChoice(String type, Map<String, String> parameters) {

    /** Copies. */
    public PolicyChoice {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
