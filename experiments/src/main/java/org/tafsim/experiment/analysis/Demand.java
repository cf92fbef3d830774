package org.tafsim.experiment.analysis;

/**
 * Replications of a system that a procedure asks for.
 *
 * @param system from 0
 * @param from first replication, from 0
 * @param to the one after the last, above {@code from}
 */
public record Demand(int system, int from, int to) {

    /** Checks. */
    public Demand {
        if (system < 0 || from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "System %d: there are no replications from %d to before %d.".formatted(system, from, to));
        }
    }

    /** How many replications. */
    public int size() {
        return to - from;
    }
}
