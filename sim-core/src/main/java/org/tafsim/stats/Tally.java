package org.tafsim.stats;

/**
 * Count, mean, variance and extremes of observations, one at a time and without keeping them.
 *
 * <p>Source: B. P. Welford, "Note on a method for calculating corrected sums of squares and products", Technometrics 4(3),
 * 1962; merging after T. F. Chan, G. H. Golub and R. J. LeVeque, 1979.
 */
public final class Tally {
    private long count;
    private double mean;
    private double squaredDeviations;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /**
     * Records an observation.
     *
     * @throws IllegalArgumentException when it is not finite
     */
    public void record(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "The observation (%s) after %d others must be finite.".formatted(value, count));
        }
        count++;
        double deviation = value - mean;
        mean += deviation / count;
        squaredDeviations += deviation * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /** Adds all observations of another tally. The order of merging can change the last digits, so keep it fixed. */
    public void merge(Tally other) {
        if (other.count == 0) {
            return;
        }
        long total = count + other.count;
        double deviation = other.mean - mean;
        squaredDeviations += other.squaredDeviations + deviation * deviation * count * other.count / total;
        mean += deviation * other.count / total;
        count = total;
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    /** Number of observations. */
    public long count() {
        return count;
    }

    /** Arithmetic mean; needs an observation. */
    public double mean() {
        requireCount(1);
        return mean;
    }

    /** Sample variance, with the divisor count − 1; needs two observations. */
    public double variance() {
        requireCount(2);
        return squaredDeviations / (count - 1);
    }

    /** Square root of the {@link #variance}. */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** Smallest observation; needs one. */
    public double min() {
        requireCount(1);
        return min;
    }

    /** Largest observation; needs one. */
    public double max() {
        requireCount(1);
        return max;
    }

    private void requireCount(long needed) {
        if (count < needed) {
            throw new IllegalStateException(
                    "The tally holds %d observations, but %d are needed. Maybe ask for its count first."
                            .formatted(count, needed));
        }
    }
}
