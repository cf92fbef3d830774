package org.tafsim.model;

/**
 * A part of every day.
 *
 * @param from hour at which it begins, in [0, 24)
 * @param to hour at which it is over, in (0, 24], another one; before {@code from} where midnight lies between
 * @param startHour hour of the day at which the run starts, in [0, 24)
 */
public record HoursOfDay(double from, double to, double startHour) {

    private static final int HOURS = 24;
    private static final double NANOS_PER_HOUR = 3600e9;

    /** Checks. */
    public HoursOfDay {
        boolean isPart = from >= 0 && from < HOURS && to > 0 && to <= HOURS && from != to; // also catches NaN
        if (!isPart || !(startHour >= 0 && startHour < HOURS)) {
            throw new IllegalArgumentException(
                    "Hours of the day begin in [0, 24) (%s given) and end at another in (0, 24] (%s), in a run that starts in [0, 24) (%s)."
                            .formatted(from, to, startHour));
        }
    }

    /** Whether a time since the start of the run (ns) lies in it; its end does not. */
    public boolean contains(long nanos) {
        double hour = (startHour + nanos / NANOS_PER_HOUR) % HOURS;
        return from < to ? hour >= from && hour < to : hour >= from || hour < to;
    }
}
