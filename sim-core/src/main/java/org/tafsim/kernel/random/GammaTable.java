package org.tafsim.kernel.random;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * The quantile function of the gamma distribution of scale 1, tabulated: exact inversion takes 10 µs and more a draw.
 *
 * <p>[0, 1] is cut into 2048 parts. Between the exact quantiles at its ends each part has a knot in the middle, laid such
 * that the linear interpolation has the part's true mean; the first and the last part are inverted exactly. Never
 * decreasing. Values under 1e-30, which only shapes well below 1 have, may come out as 0.
 */
final class GammaTable {
    private static final int PARTS = 2048;
    private static final double SOLVER_ACCURACY = 1e-30;

    private final GammaDistribution exact;
    private final double[] knots = new double[2 * PARTS - 1];

    GammaTable(double shape) {
        exact = new GammaDistribution(null, shape, 1, SOLVER_ACCURACY);
        for (int part = 1; part < PARTS - 1; part++) {
            fill(part);
        }
    }

    double at(double u) {
        double place = u * (2 * PARTS);
        int cell = (int) place;
        if (cell < 2 || cell >= 2 * PARTS - 2) {
            return quantile(u);
        }
        double low = knots[cell];
        return low + (place - cell) * (knots[cell + 1] - low);
    }

    private void fill(int part) {
        double low = part == 1 ? quantile(1.0 / PARTS) : knots[2 * part];
        double high = Math.max(low, quantile((part + 1.0) / PARTS));
        double middle = 2 * meanBetween(low, high) - (low + high) / 2;
        knots[2 * part] = low;
        knots[2 * part + 1] = Math.min(high, Math.max(low, middle));
        knots[2 * part + 2] = high;
    }

    private double quantile(double u) {
        return exact.inverseCumulativeProbability(u);
    }

    /** Mean of the part of the distribution between two values: shape · (P(shape + 1, high) − P(shape + 1, low)) / share. */
    private double meanBetween(double low, double high) {
        double shape = exact.getShape();
        double above = Gamma.regularizedGammaP(shape + 1, high) - Gamma.regularizedGammaP(shape + 1, low);
        return shape * above * PARTS;
    }
}
