package org.tafsim.scenario.trace.fit;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The distance of Kolmogorov and Smirnov: the largest difference between two cumulative distributions. */
final class Distance {

    private Distance() {}

    /** Of a sample to a continuous distribution. */
    static double of(double[] sample, DoubleUnaryOperator cumulative) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double largest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double expected = cumulative.applyAsDouble(sorted[i]);
            double below = expected - (double) i / sorted.length;
            double above = (i + 1.0) / sorted.length - expected;
            largest = Math.max(largest, Math.max(below, above));
        }
        return largest;
    }

    /**
     * Of token counts to a distribution whose draws are rounded to the nearest whole number, and to the largest count where they
     * exceed it: what a scenario would draw.
     */
    static double ofRounded(WeightedTokens tokens, DoubleUnaryOperator cumulative) {
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean isFirstOfGap = i == 0 || tokens.value(i) > tokens.value(i - 1) + 1;
            if (isFirstOfGap) {
                largest = Math.max(largest, Math.abs(cumulative.applyAsDouble(tokens.value(i) - 0.5) - sum));
            }
            sum += tokens.share(i);
            double expected = i == tokens.size() - 1 ? 1 : cumulative.applyAsDouble(tokens.value(i) + 0.5);
            largest = Math.max(largest, Math.abs(expected - sum));
        }
        return largest;
    }
}
