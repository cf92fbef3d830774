package org.tafsim.model;

/** Distribution of how often something happens: the turns of a session, the tool calls of a turn. */
public sealed interface CountSpec {

    /** Smallest number a draw can take. */
    int least();

    /**
     * Always the same.
     *
     * @param count at least 0
     */
    record Fixed(int count) implements CountSpec {
        /** Checks. */
        public Fixed {
            Require.atLeastZero(count, "Fixed count", "count");
        }

        @Override
        public int least() {
            return count;
        }
    }

    /**
     * Goes on with the same chance each time: the least, and what a geometric distribution from 0 adds.
     *
     * @param least at least 0
     * @param mean of the whole, at least {@code least}
     */
    record Geometric(int least, double mean) implements CountSpec {
        /** Checks. */
        public Geometric {
            Require.atLeastZero(least, "Geometric count", "least count");
            if (!(mean >= least && mean < Double.POSITIVE_INFINITY)) { // also catches NaN
                throw new IllegalArgumentException(
                        "Geometric count: mean (%s) must be finite and at least the least (%d)."
                                .formatted(mean, least));
            }
        }
    }

    /**
     * Given by quantiles; draws are rounded to the nearest whole number.
     *
     * @param counts quantiles, none negative
     */
    record Quantiles(QuantileTable counts) implements CountSpec {
        /** Checks. */
        public Quantiles {
            Require.atLeastZero(counts.values().get(0), "Quantile counts", "least value");
        }

        @Override
        public int least() {
            return (int) Math.floor(counts.values().get(0) + 0.5);
        }
    }
}
