package org.tafsim.model;

import java.util.Optional;
import java.util.OptionalLong;

/** How an application's requests arrive. Rates are means over the run; a {@link DiurnalProfile} shapes them over the day. */
public sealed interface ArrivalSpec {

    /**
     * Independent exponential gaps.
     *
     * @param requestsPerSecond mean rate
     */
    record Poisson(double requestsPerSecond) implements ArrivalSpec {
        /** Checks. */
        public Poisson {
            Require.positive(requestsPerSecond, "Poisson arrivals", "rate (1/s)");
        }
    }

    /**
     * Independent gaps of a Gamma or Weibull distribution.
     *
     * @param requestsPerSecond mean rate
     * @param family of the gaps
     * @param variation coefficient of variation of the gaps: 1 is Poisson, above is bursty
     */
    record Renewal(double requestsPerSecond, Family family, double variation) implements ArrivalSpec {

        /** Distribution of the gaps. */
        public enum Family {
            GAMMA,
            WEIBULL
        }

        /** Checks. */
        public Renewal {
            Require.positive(requestsPerSecond, "Renewal arrivals", "rate (1/s)");
            Require.positive(variation, "Renewal arrivals", "coefficient of variation");
        }
    }

    /**
     * Poisson arrivals that switch between two rates; the time in each state is exponential (a two-state MMPP).
     *
     * @param onPerSecond rate while on
     * @param offPerSecond rate while off, may be 0
     * @param onMeanNanos mean time on
     * @param offMeanNanos mean time off
     */
    record OnOff(double onPerSecond, double offPerSecond, long onMeanNanos, long offMeanNanos) implements ArrivalSpec {
        /** Checks. */
        public OnOff {
            Require.positive(onPerSecond, "On/off arrivals", "rate while on (1/s)");
            Require.atLeastZero(offPerSecond, "On/off arrivals", "rate while off (1/s)");
            Require.positive(onMeanNanos, "On/off arrivals", "mean time on (ns)");
            Require.positive(offMeanNanos, "On/off arrivals", "mean time off (ns)");
        }
    }

    /**
     * Replay of a recorded trace, which also brings the token counts.
     *
     * @param path of the file, as the scenario gives it
     * @param speed 2 replays twice as fast
     * @param sha256 of the file, in hex; empty where any content will do
     * @param spreadNanos requests recorded at one instant are spread evenly over so long, or until the next instant where
     *     that is sooner; empty where the format of the trace decides
     */
    record Trace(String path, double speed, Optional<String> sha256, OptionalLong spreadNanos) implements ArrivalSpec {
        /** Checks. */
        public Trace {
            Require.name(path, "Trace");
            Require.positive(speed, "Trace " + path, "speed");
            spreadNanos.ifPresent(spread -> Require.atLeastZero(spread, "Trace " + path, "spread (ns)"));
        }

        /** Spread as its format decides. */
        public Trace(String path, double speed, Optional<String> sha256) {
            this(path, speed, sha256, OptionalLong.empty());
        }

        /** Any content. */
        public Trace(String path, double speed) {
            this(path, speed, Optional.empty());
        }
    }
}
