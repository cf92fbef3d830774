package org.tafsim.kernel.random;

import java.util.Arrays;
import java.util.List;

/** A quantile function through given points, linear between them. */
final class LinearQuantiles implements InverseCdf {
    private final double[] probabilities;
    private final double[] values;

    LinearQuantiles(List<Double> probabilities, List<Double> values) {
        this.probabilities =
                probabilities.stream().mapToDouble(Double::doubleValue).toArray();
        this.values = values.stream().mapToDouble(Double::doubleValue).toArray();
        int n = this.probabilities.length;
        if (n < 2 || n != this.values.length || this.probabilities[0] != 0 || this.probabilities[n - 1] != 1) {
            throw new IllegalArgumentException(
                    "Quantiles need as many values (%d) as probabilities (%d), the first for 0 and the last for 1."
                            .formatted(this.values.length, n));
        }
        for (int i = 1; i < n; i++) {
            if (!(this.probabilities[i] > this.probabilities[i - 1] && this.values[i] >= this.values[i - 1])) {
                throw new IllegalArgumentException(
                        "The quantile %s at probability %s must not lie below the one before it."
                                .formatted(this.values[i], this.probabilities[i]));
            }
        }
    }

    @Override
    public double at(double u) {
        int found = Arrays.binarySearch(probabilities, u);
        if (found >= 0) {
            return values[found];
        }
        int above = -found - 1; // in [1, n - 1], for 0 < u < 1
        double share = (u - probabilities[above - 1]) / (probabilities[above] - probabilities[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }
}
