package org.tafsim.workload;

import java.util.function.DoubleUnaryOperator;
import org.tafsim.units.Durations;

/**
 * Arrivals given by gaps on an operational clock.
 *
 * <p>Only absolute times are rounded, each up, so that rounding neither adds up nor changes the order. The sum of gaps is a
 * {@code double} of seconds, which resolves a nanosecond for 97 days.
 */
final class GapArrivals implements ArrivalProcess {
    static final double LAST_SECONDS = Durations.secondsOfNanos(Long.MAX_VALUE);

    private final Gaps gaps;
    private final DoubleUnaryOperator clockSeconds;
    private double operationalSeconds;

    /** @param clockSeconds from operational time to time, never decreasing (s) */
    GapArrivals(Gaps gaps, DoubleUnaryOperator clockSeconds) {
        this.gaps = gaps;
        this.clockSeconds = clockSeconds;
    }

    @Override
    public long nextNanos() {
        if (operationalSeconds >= LAST_SECONDS) {
            return END;
        }
        operationalSeconds += gaps.nextSeconds();
        if (operationalSeconds >= LAST_SECONDS) {
            return END;
        }
        double seconds = clockSeconds.applyAsDouble(operationalSeconds);
        return seconds >= LAST_SECONDS ? END : Durations.nanosOfSeconds(seconds);
    }
}
