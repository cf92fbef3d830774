package org.tafsim.kernel.random;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/** Pearson's test of equal frequencies. */
final class ChiSquare {

    private ChiSquare() {}

    static double of(int[] counts) {
        double[] equal = new double[counts.length];
        Arrays.fill(equal, 1.0 / counts.length);
        return of(counts, equal);
    }

    static double of(int[] counts, double[] probabilities) {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = total * probabilities[i];
            sum += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        return sum;
    }

    static double quantile(int[] counts, double probability) {
        return new ChiSquaredDistribution(null, counts.length - 1).inverseCumulativeProbability(probability);
    }
}
