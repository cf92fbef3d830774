package org.tafsim.radio;

import org.tafsim.units.Durations;

/** Milliseconds, in which radio is described, as simulated time. */
final class Millis {
    private static final double PER_SECOND = 1e3;

    private Millis() {}

    /** Nanoseconds, rounded up. */
    static long nanos(double millis) {
        return Durations.nanosOfSeconds(millis / PER_SECOND);
    }
}
