package org.tafsim.engine;

import org.tafsim.model.RetrySpec;

/** Arrivals and retries of one application in a window that slides in tenths of its length. */
final class RetryBudget {

    private static final int SLICES = 10;

    private final RetrySpec spec;
    private final SlidingCount arrivals;
    private final SlidingCount retries;

    RetryBudget(RetrySpec spec) {
        this.spec = spec;
        long sliceNanos = Math.max(1, spec.windowNanos() / SLICES);
        arrivals = new SlidingCount(sliceNanos, SLICES);
        retries = new SlidingCount(sliceNanos, SLICES);
    }

    /** A request arrives. */
    void arrived(long nowNanos) {
        arrivals.add(nowNanos);
    }

    /** Whether there is a retry left. */
    boolean isLeft(long nowNanos) {
        return retries.at(nowNanos) + 1 <= spec.atLeast() + spec.budget() * arrivals.at(nowNanos);
    }

    /** Takes a retry where there is one left. */
    boolean take(long nowNanos) {
        boolean isLeft = isLeft(nowNanos);
        if (isLeft) {
            retries.add(nowNanos);
        }
        return isLeft;
    }
}
