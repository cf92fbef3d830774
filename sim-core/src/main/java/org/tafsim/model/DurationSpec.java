package org.tafsim.model;

/** Distribution of a time span: how long a user thinks, how long a tool takes. */
public sealed interface DurationSpec {

    /**
     * Always the same.
     *
     * @param nanos at least 0
     */
    record Constant(long nanos) implements DurationSpec {
        /** Checks. */
        public Constant {
            Require.atLeastZero(nanos, "Constant duration", "time (ns)");
        }
    }

    /**
     * Without memory.
     *
     * @param meanNanos positive
     */
    record Exponential(long meanNanos) implements DurationSpec {
        /** Checks. */
        public Exponential {
            Require.positive(meanNanos, "Exponential duration", "mean (ns)");
        }
    }

    /**
     * Weibull: below shape 1 what is old seldom ends soon, above it what is old wears out.
     *
     * @param shape in [0.1, 1000]; 1 is exponential
     * @param meanNanos positive
     */
    record Weibull(double shape, long meanNanos) implements DurationSpec {
        /** Checks. */
        public Weibull {
            if (!(shape >= 0.1 && shape <= 1000)) { // also catches NaN
                throw new IllegalArgumentException(
                        "Weibull duration: shape (%s) must lie in [0.1, 1000].".formatted(shape));
            }
            Require.positive(meanNanos, "Weibull duration", "mean (ns)");
        }
    }

    /**
     * Lognormal, by two of its quantiles.
     *
     * @param medianNanos positive
     * @param p95Nanos what 95 % do not exceed, at least the median
     */
    record LogNormal(long medianNanos, long p95Nanos) implements DurationSpec {
        /** Checks. */
        public LogNormal {
            Require.positive(medianNanos, "Lognormal duration", "median (ns)");
            if (p95Nanos < medianNanos) {
                throw new IllegalArgumentException(
                        "Lognormal duration: p95 (%d ns) must be at least the median (%d ns)."
                                .formatted(p95Nanos, medianNanos));
            }
        }
    }

    /**
     * Given by quantiles.
     *
     * @param millis quantiles (ms), none negative
     */
    record Quantiles(QuantileTable millis) implements DurationSpec {
        /** Checks. */
        public Quantiles {
            Require.atLeastZero(millis.values().get(0), "Quantile durations", "least value (ms)");
        }
    }
}
