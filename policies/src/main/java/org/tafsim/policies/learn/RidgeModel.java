package org.tafsim.policies.learn;

/**
 * Ridge regression that learns one observation at a time: A = I + Σ x xᵀ, b = Σ r x, θ = A⁻¹ b. The inverse is kept and updated, by
 * Sherman and Morrison: A⁻¹ ← A⁻¹ − (A⁻¹ x)(A⁻¹ x)ᵀ / (1 + xᵀ A⁻¹ x).
 */
final class RidgeModel {

    private final int size;
    private final double[] inverse;
    private final double[] sums;
    private final double[] theta;
    private final double[] product;

    RidgeModel(int size) {
        this.size = size;
        inverse = new double[size * size];
        for (int i = 0; i < size; i++) {
            inverse[i * size + i] = 1;
        }
        sums = new double[size];
        theta = new double[size];
        product = new double[size];
    }

    /** θᵀ x. */
    double mean(double[] x) {
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += theta[i] * x[i];
        }
        return mean;
    }

    /** xᵀ A⁻¹ x. */
    double variance(double[] x) {
        multiply(x, 0);
        double variance = 0;
        for (int i = 0; i < size; i++) {
            variance += x[i] * product[i];
        }
        return Math.max(0, variance);
    }

    /** Learns the vector that begins at an offset of an array. */
    void learn(double[] xs, int offset, double reward) {
        multiply(xs, offset);
        double divisor = 1;
        for (int i = 0; i < size; i++) {
            divisor += xs[offset + i] * product[i];
            sums[i] += reward * xs[offset + i];
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                inverse[i * size + j] -= product[i] * product[j] / divisor;
            }
        }
        for (int i = 0; i < size; i++) {
            theta[i] = 0;
            for (int j = 0; j < size; j++) {
                theta[i] += inverse[i * size + j] * sums[j];
            }
        }
    }

    private void multiply(double[] xs, int offset) {
        for (int i = 0; i < size; i++) {
            product[i] = 0;
            for (int j = 0; j < size; j++) {
                product[i] += inverse[i * size + j] * xs[offset + j];
            }
        }
    }
}
