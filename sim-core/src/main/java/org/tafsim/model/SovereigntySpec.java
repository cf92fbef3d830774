package org.tafsim.model;

import java.util.List;

/**
 * The law of a scenario.
 *
 * @param regimes states that can compel
 * @param rules in the order in which results list them
 */
public record SovereigntySpec(List<Regime> regimes, List<Rule> rules) {

    /** No law at all. */
    public static final SovereigntySpec NONE = new SovereigntySpec(List.of(), List.of());

    /** Copies. */
    public SovereigntySpec {
        regimes = List.copyOf(regimes);
        rules = List.copyOf(rules);
    }
}
