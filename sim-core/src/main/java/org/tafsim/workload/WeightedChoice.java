package org.tafsim.workload;

import java.util.Arrays;

/**
 * Chooses among things by weight. By the inverse of the cumulative weight rather than by an alias table: a little slower, but
 * never decreasing in the draw, so that common and antithetic draws keep their sign.
 */
final class WeightedChoice {
    private final double[] cumulative;

    /** @param weights positive, at least one */
    WeightedChoice(double[] weights) {
        cumulative = weights.clone();
        for (int i = 1; i < cumulative.length; i++) {
            cumulative[i] += cumulative[i - 1];
        }
    }

    /** @param u in (0, 1) */
    int at(double u) {
        int last = cumulative.length - 1;
        int found = Arrays.binarySearch(cumulative, u * cumulative[last]);
        return Math.min(last, found >= 0 ? found + 1 : -found - 1);
    }
}
