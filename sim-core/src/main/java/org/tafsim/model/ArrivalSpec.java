package org.tafsim.model;

import java.util.ArrayList;
import java.util.List;
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
     * Clients that send independently of each other; their arrivals together are the application's. A few of them, and not the
     * many, make bursts (ServeGen, arXiv 2505.09999).
     *
     * @param clients at least one
     */
    record Clients(List<Client> clients) implements ArrivalSpec {

        /** Copies and checks. */
        public Clients {
            clients = List.copyOf(clients);
            Require.positive(clients.size(), "Arrivals of clients", "number of clients");
        }

        /**
         * One client.
         *
         * @param family of its gaps
         * @param windowNanos length of each window; 0 where there is one only
         * @param windows one after the other, from the start of the run on; after the last the first follows again. One alone
         *     is for always. At least one has a rate above 0
         */
        public record Client(Renewal.Family family, long windowNanos, List<Window> windows) {
            /** Copies and checks. */
            public Client {
                windows = List.copyOf(windows);
                Require.positive(windows.size(), "Client", "number of windows");
                windowNanos = windows.size() == 1 ? 0 : Require.positive(windowNanos, "Client", "window (ns)");
                double sum =
                        windows.stream().mapToDouble(Window::requestsPerSecond).sum();
                Require.positive(sum, "Client", "sum of the rates of its windows (1/s)");
            }

            /** Whether its rate changes. */
            public boolean hasWindows() {
                return windows.size() > 1;
            }
        }

        /**
         * What a client does for a while.
         *
         * @param requestsPerSecond mean rate, may be 0
         * @param variation coefficient of variation of the gaps, in [0.01, 20]
         */
        public record Window(double requestsPerSecond, double variation) {
            /** Checks. */
            public Window {
                Require.atLeastZero(requestsPerSecond, "Client", "rate (1/s)");
                if (!(variation >= 0.01 && variation <= 20)) { // also catches NaN
                    throw new IllegalArgumentException(
                            "Client: the coefficient of variation of the gaps (%s) must lie in [0.01, 20]."
                                    .formatted(variation));
                }
            }
        }

        /**
         * Steady clients of which the i-th has a rate in proportion to 1 / i^exponent.
         *
         * @param requestsPerSecond of all together
         * @param count of clients
         * @param exponent at least 0; 0 makes them equal
         * @param family of the gaps of each
         * @param variation coefficient of variation of the gaps of each
         */
        public static Clients zipf(
                double requestsPerSecond, int count, double exponent, Renewal.Family family, double variation) {
            Require.positive(requestsPerSecond, "Arrivals of clients", "rate (1/s)");
            Require.atLeastZero(exponent, "Arrivals of clients", "exponent");
            double sum = 0;
            for (int i = 1; i <= count; i++) {
                sum += StrictMath.pow(i, -exponent);
            }
            List<Client> clients = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                Window window = new Window(requestsPerSecond * StrictMath.pow(i, -exponent) / sum, variation);
                clients.add(new Client(family, 0, List.of(window)));
            }
            return new Clients(clients);
        }

        /** Whether any client's rate changes: then they have a day of their own. */
        public boolean haveWindows() {
            return clients.stream().anyMatch(Client::hasWindows);
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
