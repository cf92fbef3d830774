package org.tafsim.stats;

/**
 * The start of a run that is simulated and not measured, of fixed length. The rule: a request counts when it arrives at or
 * after the end of the warm-up, whenever it ends, so that no slow request is cut off; time-weighted means
 * {@linkplain TimeWeighted#restart restart} at that instant.
 *
 * @param lengthNanos from the start of the run (ns), at least 0
 */
public record Warmup(long lengthNanos) {

    public Warmup {
        if (lengthNanos < 0) {
            throw new IllegalArgumentException("The warm-up (%d ns) must be at least 0.".formatted(lengthNanos));
        }
    }

    /** Whether a request that arrives at this time (ns) counts. */
    public boolean counts(long arrivedAtNanos) {
        return arrivedAtNanos >= lengthNanos;
    }
}
