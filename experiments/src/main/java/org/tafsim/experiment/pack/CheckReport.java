package org.tafsim.experiment.pack;

import java.util.List;

/**
 * What a look at a package gave.
 *
 * @param id of the run or sweep; empty where the package does not tell
 * @param steps in the order in which they were taken; a step that rests on one that failed is not among them
 */
public record CheckReport(String id, List<Step> steps) {

    /** Copies. */
    public CheckReport {
        steps = List.copyOf(steps);
    }

    /** All that is wrong, in the order of steps; empty where the package is sound. */
    public List<Finding> findings() {
        return steps.stream().flatMap(step -> step.findings().stream()).toList();
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return findings().isEmpty();
    }

    /**
     * One step.
     *
     * @param name of what was looked at
     * @param detail what was there
     * @param findings what is wrong
     */
    public record Step(String name, String detail, List<Finding> findings) {

        /** Copies. */
        public Step {
            findings = List.copyOf(findings);
        }
    }
}
