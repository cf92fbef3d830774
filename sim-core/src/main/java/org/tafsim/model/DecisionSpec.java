package org.tafsim.model;

/**
 * What it takes to decide where a request goes. A decision begins when a worker of the controller is free, first come first served, and looks at
 * the world when it ends.
 *
 * @param timeNanos of each decision (ns), at least 0
 * @param perCandidateNanos more for each candidate (ns), at least 0
 * @param workers that decide at the same time; 0 for as many as are needed
 * @param windowNanos requests are gathered so long and then decided about together (ns); 0 for each at its arrival
 */
public record DecisionSpec(long timeNanos, long perCandidateNanos, int workers, long windowNanos) {

    /** At once. */
    public static final DecisionSpec INSTANT = new DecisionSpec(0, 0, 0, 0);

    /** Checks. */
    public DecisionSpec {
        if (timeNanos < 0 || perCandidateNanos < 0 || workers < 0 || windowNanos < 0) {
            throw new IllegalArgumentException(
                    "A decision takes a time (%d ns), one for each candidate (%d ns), workers (%d) and a window (%d ns), none below 0."
                            .formatted(timeNanos, perCandidateNanos, workers, windowNanos));
        }
    }

    /** Time of a decision about so many candidates (ns). */
    public long nanos(long candidates) {
        return Math.addExact(timeNanos, Math.multiplyExact(perCandidateNanos, candidates));
    }
}
