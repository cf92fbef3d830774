package org.tafsim.experiment.analysis;

import java.util.Arrays;

/** Sobol indices of some rows of a {@link SobolDesign}, each of which may count several times. */
final class SobolSums {

    private final int factors;
    private final double[] values;

    /**
     * Takes the mean off.
     *
     * @param values row by row: A, B, AB_0, AB_1, …
     */
    SobolSums(double[] values, int factors) {
        this.factors = factors;
        double[] shifted = Arrays.stream(values).map(value -> value - values[0]).toArray(); // exact where all are equal
        double mean = Arrays.stream(shifted).average().orElseThrow();
        this.values = Arrays.stream(shifted).map(value -> value - mean).toArray();
    }

    /** First S_0 … S_(k−1), then T_0 … T_(k−1). */
    double[] indices(int[] rows) {
        double sum = 0;
        double squares = 0;
        double[] indices = new double[2 * factors];
        for (int row : rows) {
            int at = row * (factors + 2);
            double a = values[at];
            double b = values[at + 1];
            sum += a + b;
            squares += a * a + b * b;
            for (int i = 0; i < factors; i++) {
                double step = values[at + 2 + i] - a;
                indices[i] += b * step;
                indices[factors + i] += step * step / 2;
            }
        }
        double mean = sum / (2 * rows.length);
        double variance = squares / (2 * rows.length) - mean * mean;
        for (int i = 0; i < indices.length; i++) {
            indices[i] = variance > 0 ? indices[i] / rows.length / variance : 0;
        }
        return indices;
    }
}
