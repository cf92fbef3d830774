package org.tafsim.scenario.trace.fit;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;

/** Shapes by maximum likelihood, where they have no closed form (Johnson, Kotz and Balakrishnan 1994, ch. 17 and 21). */
final class MaximumLikelihood {

    private static final double LEAST = 1e-3;
    private static final double LARGEST = 1e5;
    private static final int MOST_EVALUATIONS = 1000;
    private static final double ACCURACY = 1e-12;

    private MaximumLikelihood() {}

    /** The gamma distribution's shape k: log k − ψ(k) = log mean − mean of logs. */
    static double gammaShape(double mean, double meanLog) {
        double target = StrictMath.log(mean) - meanLog;
        return solve(shape -> StrictMath.log(shape) - Gamma.digamma(shape) - target, "gamma");
    }

    /** The Weibull distribution's shape k: Σ xᵏ log x / Σ xᵏ − 1/k = mean of logs. Samples are positive, not all equal. */
    static double weibullShape(double[] sample) {
        double[] logs = new double[sample.length];
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < sample.length; i++) {
            logs[i] = StrictMath.log(sample[i]);
            largest = Math.max(largest, logs[i]);
            sum += logs[i];
        }
        double top = largest;
        double meanLog = sum / sample.length;
        return solve(
                shape -> {
                    double powers = 0;
                    double weighted = 0;
                    for (double log : logs) {
                        double power = StrictMath.exp(shape * (log - top)); // scaled: no overflow
                        powers += power;
                        weighted += power * log;
                    }
                    return 1 / shape - weighted / powers + meanLog;
                },
                "Weibull");
    }

    /** The Weibull distribution's scale (unit of the sample), given its shape: (mean of xᵏ)^(1/k). */
    static double weibullScale(double[] sample, double shape) {
        double powers = 0;
        for (double value : sample) {
            powers += StrictMath.pow(value, shape);
        }
        return StrictMath.pow(powers / sample.length, 1 / shape);
    }

    /** The root of a function that falls from + to −. */
    private static double solve(UnivariateFunction falling, String family) {
        if (falling.value(LEAST) <= 0 || falling.value(LARGEST) >= 0) {
            throw new IllegalArgumentException(
                    "The sample has no %s shape between %s and %s. Maybe all its values are equal."
                            .formatted(family, LEAST, LARGEST));
        }
        return new BrentSolver(ACCURACY, ACCURACY).solve(MOST_EVALUATIONS, falling, LEAST, LARGEST);
    }
}
