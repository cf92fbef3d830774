package org.tafsim.experiment.optimum;

import java.util.OptionalDouble;

/**
 * How far a policy is from what no policy can beat, in one replication.
 *
 * @param policy label
 * @param objective whose metric it is
 * @param replication from 0
 * @param value of the policy, in the metric's unit
 * @param bound no policy that completes as much is better
 * @param exact the best there is, where it was looked for and found
 */
public record Gap(
        String policy, Objective objective, int replication, double value, double bound, OptionalDouble exact) {

    /** To the bound, in the metric's unit; at least 0. */
    public double toBound() {
        return objective.isLatency() ? value - bound : bound - value;
    }

    /** To the exact optimum, where it is known. */
    public OptionalDouble toExact() {
        return exact.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(objective.isLatency() ? value - exact.getAsDouble() : exact.getAsDouble() - value);
    }
}
