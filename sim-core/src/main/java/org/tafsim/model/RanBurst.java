package org.tafsim.model;

/** How the load of a cell varies between control intervals, beside the hours of the day. Where it would pass 1 it is cut. */
public sealed interface RanBurst {

    /** Not at all. */
    record None() implements RanBurst {}

    /**
     * Two states, each for an exponential time.
     *
     * @param factor of the load while on, at least 1; off, it is such that the mean is that of the hour
     * @param onMeanNanos positive
     * @param offMeanNanos positive, and long enough that the load while off is not negative
     */
    record OnOff(double factor, long onMeanNanos, long offMeanNanos) implements RanBurst {
        /** Checks. */
        public OnOff {
            Require.positive(onMeanNanos, "A burst", "mean time on (ns)");
            Require.positive(offMeanNanos, "A burst", "mean time off (ns)");
            double most = 1 + (double) offMeanNanos / onMeanNanos;
            if (!(factor >= 1 && factor <= most)) { // also catches NaN
                throw new IllegalArgumentException(
                        "A burst: its factor (%s) must lie between 1 and %s, or nothing is left for the time off."
                                .formatted(factor, Plain.number(most)));
            }
        }

        /** Share of time that it is on. */
        public double onShare() {
            return (double) onMeanNanos / ((double) onMeanNanos + offMeanNanos);
        }

        /** Of the load while off. */
        public double offFactor() {
            return Math.max(0, (1 - onShare() * factor) / (1 - onShare()));
        }
    }

    /**
     * A factor of mean 1 for each control interval, independent of the others.
     *
     * @param variation standard deviation of the factor, at least 0
     */
    record LogNormal(double variation) implements RanBurst {
        /** Checks. */
        public LogNormal {
            Require.atLeastZero(variation, "A burst", "variation");
        }
    }
}
