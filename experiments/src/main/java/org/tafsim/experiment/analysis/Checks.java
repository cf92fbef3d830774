package org.tafsim.experiment.analysis;

import java.util.Arrays;

/** What several methods ask of their input. */
final class Checks {

    private Checks() {}

    static void confidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The confidence (%s) must be in (0, 1). Maybe it was given in percent.".formatted(confidence));
        }
    }

    static void probability(double probability) {
        if (!(probability > 0 && probability < 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The probability of a quantile (%s) must be in (0, 1). Maybe it was given in percent."
                            .formatted(probability));
        }
    }

    static void atLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The number of %s (%d) must be at least %d.".formatted(what, value, least));
        }
    }

    static void finite(double[] values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(
                    "All %d values must be finite. Maybe a mean of nothing is among them.".formatted(values.length));
        }
    }
}
