package org.tafsim.experiment.analysis;

/**
 * An estimate between two ends that need not lie symmetrically.
 *
 * @param estimate finite
 * @param low lower end
 * @param high upper end, not below the lower one
 */
public record Interval(double estimate, double low, double high) {

    /** Checks. */
    public Interval {
        if (!(Double.isFinite(estimate) && low <= high)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The interval of %s must not reach from %s to %s.".formatted(estimate, low, high));
        }
    }

    /** Whether the value lies inside, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
