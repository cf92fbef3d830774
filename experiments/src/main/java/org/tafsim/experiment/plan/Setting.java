package org.tafsim.experiment.plan;

import org.tafsim.scenario.ScenarioOverride;

/**
 * One value that a point of an experiment has.
 *
 * @param text as tables show it
 * @param override that gives it to the base scenario
 */
public record Setting(String text, ScenarioOverride override) {

    /** A single value, whatever is in its text. */
    public static Setting of(String path, String text) {
        return new Setting(text, ScenarioOverride.ofText(path, text));
    }

    /** Where it applies, as {@code apps[id=chat].arrivals.rate}. */
    public String path() {
        return override.path();
    }
}
