package org.tafsim.workload;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;

/** The Weibull distribution's shape k, from CV² + 1 = Γ(1 + 2/k) / Γ(1 + 1/k)². */
final class WeibullShape {
    private static final double LEAST = 0.1; // CV 430
    private static final double LARGEST = 1000; // CV 0.0013
    private static final double RELATIVE_ACCURACY = 1e-14;
    private static final double ABSOLUTE_ACCURACY = 1e-14;
    private static final int MAX_EVALUATIONS = 1000;

    private WeibullShape() {}

    /** @param variation coefficient of variation, in [0.002, 400] */
    static double ofVariation(double variation) {
        double target = StrictMath.log1p(variation * variation);
        BrentSolver solver = new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY);
        return solver.solve(MAX_EVALUATIONS, shape -> logOfOnePlusSquare(shape) - target, LEAST, LARGEST);
    }

    private static double logOfOnePlusSquare(double shape) {
        return Gamma.logGamma(1 + 2 / shape) - 2 * Gamma.logGamma(1 + 1 / shape);
    }
}
