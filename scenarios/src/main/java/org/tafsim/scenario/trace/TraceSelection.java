package org.tafsim.scenario.trace;

import java.util.OptionalLong;

/**
 * Which requests of a trace are taken, and how fast they come.
 *
 * @param startNanos what comes sooner after the first request is left out, at least 0
 * @param durationNanos what comes so long after the start, or later, is left out; all that follows is taken where empty
 * @param speed 2 halves the times between arrivals
 * @param share chance of each request to be taken, in (0, 1]
 * @param seed of those chances
 */
public record TraceSelection(long startNanos, OptionalLong durationNanos, double speed, double share, long seed) {

    /** All requests as they came. */
    public static final TraceSelection ALL = new TraceSelection(0, OptionalLong.empty(), 1, 1, 1);

    /** Checks. */
    public TraceSelection {
        if (startNanos < 0 || durationNanos.orElse(1) <= 0) {
            throw new IllegalArgumentException("The start must not be negative, and the duration more than zero.");
        }
        if (!(speed > 0 && speed < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The speed (%s) must be positive and finite.".formatted(speed));
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("The sampled share (%s) must lie in (0, 1].".formatted(share));
        }
    }

    /** Whether an arrival is too late, and all that follow. */
    boolean isOver(long nanos) {
        return durationNanos.isPresent() && nanos - startNanos >= durationNanos.getAsLong();
    }

    /** When an arrival comes, from the start on (ns). */
    long moved(long nanos) {
        long since = nanos - startNanos;
        return speed == 1 ? since : (long) Math.rint(since / speed);
    }
}
