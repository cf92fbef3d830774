package org.tafsim.model;

import java.util.List;

/** Share of a cell's resource blocks that are in use, by time. */
public sealed interface RanLoad {

    /**
     * A day that repeats, and bursts on top of it.
     *
     * @param hourlyLoads 24 loads in [0, 1] at the full hours, the first at midnight, straight lines between
     * @param startHour hour of the day at which the run starts, in [0, 24)
     * @param burst what the day leaves out
     */
    record Diurnal(List<Double> hourlyLoads, double startHour, RanBurst burst) implements RanLoad {

        private static final int HOURS = 24;

        /**
         * Two humps, at noon and in the evening; mean 0.26, busy hour 0.52. A shape of ours, in the range that vendors give for the use of
         * RAN accelerators (20–30 %): {@code docs/model/ran.md}.
         */
        public static final List<Double> TWO_HUMPS = List.of(
                0.12, 0.08, 0.06, 0.05, 0.05, 0.06, 0.10, 0.17, 0.24, 0.28, 0.31, 0.34, 0.36, 0.33, 0.29, 0.28, 0.30,
                0.35, 0.42, 0.49, 0.52, 0.46, 0.34, 0.21);

        /** Copies and checks. */
        public Diurnal {
            hourlyLoads = List.copyOf(hourlyLoads);
            if (hourlyLoads.size() != HOURS || !(startHour >= 0 && startHour < HOURS)) {
                throw new IllegalArgumentException(
                        "A load by the hour needs 24 loads (%d given) and a start hour in [0, 24) (%s given)."
                                .formatted(hourlyLoads.size(), startHour));
            }
            hourlyLoads.forEach(load -> Require.fraction(load, "A load by the hour", "load"));
        }
    }

    /**
     * What was recorded, as telecom activity sets have it. Each load holds until the next; before the first and after the last their own.
     *
     * @param atNanos times from the start of the run, rising
     * @param loads in [0, 1], as many
     */
    record Trace(List<Long> atNanos, List<Double> loads) implements RanLoad {

        /** Copies and checks. */
        public Trace {
            atNanos = List.copyOf(atNanos);
            loads = List.copyOf(loads);
            if (atNanos.isEmpty() || atNanos.size() != loads.size()) {
                throw new IllegalArgumentException(
                        "A trace of load needs as many times (%d) as loads (%d), and one at least."
                                .formatted(atNanos.size(), loads.size()));
            }
            for (int i = 1; i < atNanos.size(); i++) {
                if (atNanos.get(i) <= atNanos.get(i - 1)) {
                    throw new IllegalArgumentException("A trace of load: its times must rise; %d ns comes after %d ns."
                            .formatted(atNanos.get(i), atNanos.get(i - 1)));
                }
            }
            loads.forEach(load -> Require.fraction(load, "A trace of load", "load"));
        }
    }
}
