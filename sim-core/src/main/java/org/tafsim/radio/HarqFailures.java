package org.tafsim.radio;

import org.tafsim.model.RadioDirection;

/**
 * How many transmissions of a packet fail before one gets through: P(F ≥ k) = b₁ · b₂^(k − 1), cut at the most retransmissions
 * there are. What would fail once more arrives then: a share of b₁ · b₂^n, which RLC would repeat.
 */
final class HarqFailures {

    /** By k: P(F ≥ k); 1 at 0. */
    private final double[] atLeast;

    HarqFailures(RadioDirection direction, int mostRetransmissions) {
        atLeast = new double[mostRetransmissions + 1];
        atLeast[0] = 1;
        for (int k = 1; k <= mostRetransmissions; k++) {
            atLeast[k] = atLeast[k - 1] * (k == 1 ? direction.firstBler() : direction.laterBler());
        }
    }

    int most() {
        return atLeast.length - 1;
    }

    /** Failures for a uniform draw, never fewer for a greater one. */
    int at(double u) {
        double above = 1 - u;
        int failures = 0;
        while (failures < most() && above < atLeast[failures + 1]) {
            failures++;
        }
        return failures;
    }

    /** Chance of exactly so many. */
    double probability(int failures) {
        return failures == most() ? atLeast[failures] : atLeast[failures] - atLeast[failures + 1];
    }
}
