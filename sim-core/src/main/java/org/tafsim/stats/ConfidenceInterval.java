package org.tafsim.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * A mean with the half-width of its confidence interval.
 *
 * @param mean finite
 * @param halfWidth at least 0; +∞ where a single value says nothing of its spread
 * @param count number of values, at least 1
 */
public record ConfidenceInterval(double mean, double halfWidth, long count) {

    public ConfidenceInterval {
        if (!(Double.isFinite(mean) && halfWidth >= 0 && count >= 1)) { // also catches NaN
            throw new IllegalArgumentException("""
                    The confidence interval %s ± %s of %d values must have a finite mean, \
                    a half-width of at least 0 and at least one value.""".formatted(mean, halfWidth, count));
        }
    }

    /**
     * Student's interval for the mean of independent values: mean ± t · s / √n, t the quantile of n − 1 degrees of freedom.
     *
     * @param values one per replication, finite, at least one; a single one gives a half-width of +∞
     * @param confidence probability that the interval covers the true mean, in (0, 1)
     */
    public static ConfidenceInterval student(double[] values, double confidence) {
        if (!(confidence > 0 && confidence < 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The confidence (%s) must be in (0, 1). Maybe it was given in percent.".formatted(confidence));
        }
        if (values.length == 0) {
            throw new IllegalArgumentException("A confidence interval needs at least one value.");
        }
        Tally tally = new Tally();
        for (double value : values) {
            tally.record(value);
        }
        return new ConfidenceInterval(tally.mean(), halfWidth(tally, confidence), tally.count());
    }

    private static double halfWidth(Tally tally, double confidence) {
        if (tally.count() == 1) {
            return Double.POSITIVE_INFINITY;
        }
        TDistribution student = new TDistribution(null, tally.count() - 1.0);
        double t = student.inverseCumulativeProbability((1 + confidence) / 2);
        return t * Math.sqrt(tally.variance() / tally.count());
    }

    /** Lower end. */
    public double low() {
        return mean - halfWidth;
    }

    /** Upper end. */
    public double high() {
        return mean + halfWidth;
    }

    /** Whether the value lies inside, ends included. */
    public boolean contains(double value) {
        return low() <= value && value <= high();
    }
}
