package org.tafsim.experiment.analysis;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;

/**
 * A steady-state mean from one long run by non-overlapping batch means: few long batches, whose means are nearly
 * independent, and Student's interval over them. Whether they are independent is tested by von Neumann's statistic
 *
 * <pre>C = √((k² − 1) / (k − 2)) · (1 − Σ (Z_i − Z_{i+1})² / (2 Σ (Z_i − Z̄)²)),</pre>
 *
 * <p>about standard normal for k independent means; large where neighbors are alike. Sources: B. Schmeiser, "Batch size
 * effects in the analysis of simulation output", Oper. Res. 30(3), 1982 (10 to 30 batches suffice); C. Alexopoulos and
 * A. F. Seila, "Output data analysis", in <i>Handbook of Simulation</i>, 1998 (the test).
 *
 * @param interval of the mean; its count is the number of batches
 * @param batchSize observations in each
 * @param vonNeumann C
 */
public record BatchMeans(ConfidenceInterval interval, int batchSize, double vonNeumann) {

    /** Batches where nothing else is asked for. */
    public static final int BATCHES = 20;

    private static final int LEAST_BATCHES = 10;

    /** One-sided; a test at 5 % would overlook more. */
    private static final double SIGNIFICANCE = 0.1;

    /** {@link #BATCHES} batches; see {@link #of(double[], int, double)}. */
    public static BatchMeans of(double[] observations, double confidence) {
        return of(observations, BATCHES, confidence);
    }

    /**
     * Batches of equal size; what is left over is dropped at the start.
     *
     * @param observations finite, in order of time, the warm-up already left out; at least one for each batch
     * @param batches at least 10
     * @param confidence in (0, 1)
     */
    public static BatchMeans of(double[] observations, int batches, double confidence) {
        Checks.finite(observations);
        Checks.atLeast(LEAST_BATCHES, batches, "batches");
        Checks.atLeast(batches, observations.length, "observations");
        int size = observations.length / batches;
        int start = observations.length - batches * size;
        double[] means = new double[batches];
        for (int i = 0; i < batches; i++) {
            means[i] = Mser.mean(observations, start + i * size, size);
        }
        return new BatchMeans(ConfidenceInterval.student(means, confidence), size, vonNeumann(means));
    }

    /** False where the batches are too short: then the interval is too narrow, and only a longer run helps. */
    public boolean isIndependent() {
        return vonNeumann <= new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - SIGNIFICANCE);
    }

    private static double vonNeumann(double[] means) {
        double squaredSteps = 0;
        Tally tally = new Tally();
        for (int i = 0; i < means.length; i++) {
            tally.record(means[i]);
            double step = i == 0 ? 0 : means[i] - means[i - 1];
            squaredSteps += step * step;
        }
        double k = means.length;
        double squaredDeviations = tally.variance() * (k - 1);
        return squaredDeviations == 0
                ? 0
                : Math.sqrt((k * k - 1) / (k - 2)) * (1 - squaredSteps / (2 * squaredDeviations));
    }
}
