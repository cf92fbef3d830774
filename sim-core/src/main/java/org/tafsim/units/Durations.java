package org.tafsim.units;

/**
 * The one place where model equations ({@code double} seconds) become simulated time ({@code long} nanoseconds).
 *
 * <p>Rounds up: nothing finishes before its last byte.
 */
public final class Durations {

    /** Nanoseconds in a second. */
    public static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** Nanoseconds in a millisecond. */
    public static final long NANOS_PER_MILLI = 1_000_000L;

    private Durations() {}

    /**
     * Nanoseconds of a duration, rounded up.
     *
     * @param seconds a duration (s), at least 0 and under 292 years
     * @throws IllegalArgumentException when it is negative, not a number, or too large
     */
    public static long nanosOfSeconds(double seconds) {
        if (!(seconds >= 0 && seconds < Long.MAX_VALUE / 1e9)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The duration (%s s) must be at least 0 and under 292 years.".formatted(seconds));
        }
        return (long) Math.ceil(seconds * 1e9);
    }

    /** Seconds of a time span (ns). */
    public static double secondsOfNanos(long nanos) {
        return nanos / 1e9;
    }

    /** Milliseconds of a time span (ns). */
    public static double millisOfNanos(long nanos) {
        return nanos / 1e6;
    }
}
