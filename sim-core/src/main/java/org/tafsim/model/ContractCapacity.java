package org.tafsim.model;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How much a contract admits. Where neither bound is stated it admits all.
 *
 * @param concurrent requests at once, from their placement to their end, positive
 * @param perSecond requests placed per second (1/s), positive; in no window are there more than this times its length
 * @param windowNanos over which they are counted (ns), positive; it slides in tenths
 */
public record ContractCapacity(OptionalInt concurrent, OptionalDouble perSecond, long windowNanos) {

    /** A second. */
    public static final long USUAL_WINDOW_NANOS = 1_000_000_000L;

    /** Without bounds. */
    public static final ContractCapacity UNBOUND =
            new ContractCapacity(OptionalInt.empty(), OptionalDouble.empty(), USUAL_WINDOW_NANOS);

    /** Checks. */
    public ContractCapacity {
        concurrent.ifPresent(count -> Require.positive(count, "Contract", "concurrent requests"));
        perSecond.ifPresent(rate -> Require.positive(rate, "Contract", "requests per second"));
        Require.positive(windowNanos, "Contract", "window (ns)");
        if (perSecond.isPresent() && perWindow(perSecond, windowNanos) < 1) {
            throw new IllegalArgumentException(
                    "Contract: %s requests/s are less than one in a window of %d ns. Maybe state a longer window."
                            .formatted(perSecond.getAsDouble(), windowNanos));
        }
    }

    /** So many requests at once. */
    public static ContractCapacity concurrent(int requests) {
        return new ContractCapacity(OptionalInt.of(requests), OptionalDouble.empty(), USUAL_WINDOW_NANOS);
    }

    /** Requests of a window, rounded down; {@link Long#MAX_VALUE} where there is no bound. */
    public long perWindow() {
        return perWindow(perSecond, windowNanos);
    }

    private static long perWindow(OptionalDouble perSecond, long windowNanos) {
        return perSecond.isEmpty() ? Long.MAX_VALUE : (long) (perSecond.getAsDouble() * windowNanos / 1e9 + 1e-9);
    }
}
