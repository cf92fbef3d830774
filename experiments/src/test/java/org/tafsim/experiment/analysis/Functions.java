package org.tafsim.experiment.analysis;

import java.util.List;

/** Test functions of sensitivity analysis on the unit cube, with their exact indices. */
final class Functions {

    /** a = 7, b = 0.1, each factor from −π to π: T. Ishigami and T. Homma, ISUMA '90. */
    static final List<Double> ISHIGAMI_FIRST = List.of(0.3139, 0.4424, 0.0);

    static final List<Double> ISHIGAMI_TOTAL = List.of(0.5576, 0.4424, 0.2437);

    private static final double[] G_WEIGHTS = {0, 1, 4.5, 9, 99, 99, 99, 99};

    private Functions() {}

    static double ishigami(double[] unit) {
        double[] x = new double[3];
        for (int i = 0; i < 3; i++) {
            x[i] = Math.PI * (2 * unit[i] - 1);
        }
        double sine = StrictMath.sin(x[1]);
        return (1 + 0.1 * StrictMath.pow(x[2], 4)) * StrictMath.sin(x[0]) + 7 * sine * sine;
    }

    /**
     * Sobol's g with a = 0, 1, 4.5, 9, 99, 99, 99, 99: A. Saltelli and I. M. Sobol, Reliab. Eng. Syst. Saf. 50, 1995.
     */
    static double g(double[] unit) {
        double product = 1;
        for (int i = 0; i < G_WEIGHTS.length; i++) {
            product *= (Math.abs(4 * unit[i] - 2) + G_WEIGHTS[i]) / (1 + G_WEIGHTS[i]);
        }
        return product;
    }

    /** V_i / V with V_i = 1/3 / (1 + a_i)² and V = Π (1 + V_i) − 1. */
    static double gFirst(int factor) {
        return gPart(factor) / (gProduct() - 1);
    }

    /** V_i Π_{l≠i} (1 + V_l) / V. */
    static double gTotal(int factor) {
        return gPart(factor) * gProduct() / (1 + gPart(factor)) / (gProduct() - 1);
    }

    private static double gPart(int factor) {
        return 1.0 / 3 / ((1 + G_WEIGHTS[factor]) * (1 + G_WEIGHTS[factor]));
    }

    private static double gProduct() {
        double product = 1;
        for (int i = 0; i < G_WEIGHTS.length; i++) {
            product *= 1 + gPart(i);
        }
        return product;
    }
}
