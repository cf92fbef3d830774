package org.tafsim.experiment.analysis;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * How often a procedure was right where the answer is known.
 *
 * @param procedure its name
 * @param promised how often it says it is, in (0, 1)
 * @param experiments independent ones, at least 1
 * @param hits in which it was right
 */
public record Coverage(String procedure, double promised, int experiments, int hits) {

    private static final double CONFIDENCE = 0.95;

    /** Intervals of finite runs are approximate; this much is usual, more is a wrong method or too short a run. */
    private static final double TOLERANCE = 0.02;

    /** Checks. */
    public Coverage {
        Checks.confidence(promised);
        Checks.atLeast(1, experiments, "experiments");
        if (hits < 0 || hits > experiments) {
            throw new IllegalArgumentException(
                    "%s: there cannot be %d hits in %d experiments.".formatted(procedure, hits, experiments));
        }
    }

    /** Share of hits, with its 95 % interval after C. J. Clopper and E. S. Pearson, Biometrika 26(4), 1934. */
    public Interval share() {
        double miss = (1 - CONFIDENCE) / 2;
        double low = hits == 0 ? 0 : betaQuantile(hits, experiments - hits + 1.0, miss);
        double high = hits == experiments ? 1 : betaQuantile(hits + 1.0, experiments - hits, 1 - miss);
        return new Interval((double) hits / experiments, low, high);
    }

    /** Whether it was right about as often as promised: at most two points less, or no less as far as can be told. */
    public boolean isKept() {
        return share().estimate() >= promised - TOLERANCE || share().high() >= promised;
    }

    private static double betaQuantile(double alpha, double beta, double p) {
        return new BetaDistribution(null, alpha, beta).inverseCumulativeProbability(p);
    }
}
