package org.tafsim.experiment.analysis;

import org.apache.commons.math3.distribution.TDistribution;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;

/**
 * Student's test of whether the mean of paired differences is zero: t = D̄ / √(S² / n), n − 1 degrees of freedom,
 * two-sided. Under common random numbers the pairs of one replication rise and fall together, so their differences
 * spread little. Source: A. M. Law, <i>Simulation Modeling and Analysis</i>, 5th ed., §10.2.1.
 *
 * @param interval of the mean difference
 * @param pValue chance of a mean at least as far from zero if there were no difference, in [0, 1]; 1 for a single pair
 */
public record PairedTest(ConfidenceInterval interval, double pValue) {

    /**
     * The test of some differences.
     *
     * @param differences one per replication, finite, at least one
     * @param confidence of the interval, in (0, 1)
     */
    public static PairedTest of(double[] differences, double confidence) {
        return new PairedTest(ConfidenceInterval.student(differences, confidence), pValue(differences));
    }

    private static double pValue(double[] differences) {
        Tally tally = new Tally();
        for (double difference : differences) {
            tally.record(difference);
        }
        if (tally.mean() == 0 || tally.count() == 1) {
            return 1;
        }
        double t = Math.abs(tally.mean()) / Math.sqrt(tally.variance() / tally.count()); // +∞ where all are equal
        return 2 * new TDistribution(null, tally.count() - 1.0).cumulativeProbability(-t);
    }
}
