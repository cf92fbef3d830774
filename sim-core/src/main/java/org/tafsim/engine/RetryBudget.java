package org.tafsim.engine;

import org.tafsim.model.RetrySpec;

/** Arrivals and retries of one application in a window that slides in tenths of its length. */
final class RetryBudget {

    private static final int SLICES = 10;

    private final RetrySpec spec;
    private final long sliceNanos;
    private final long[] arrivals = new long[SLICES];
    private final long[] retries = new long[SLICES];
    private long allArrivals;
    private long allRetries;
    private long slice;

    RetryBudget(RetrySpec spec) {
        this.spec = spec;
        sliceNanos = Math.max(1, spec.windowNanos() / SLICES);
    }

    /** A request arrives. */
    void arrived(long nowNanos) {
        slide(nowNanos);
        arrivals[column()]++;
        allArrivals++;
    }

    /** Takes a retry where there is one left. */
    boolean take(long nowNanos) {
        slide(nowNanos);
        if (allRetries + 1 > spec.atLeast() + spec.budget() * allArrivals) {
            return false;
        }
        retries[column()]++;
        allRetries++;
        return true;
    }

    private int column() {
        return (int) (slice % SLICES);
    }

    private void slide(long nowNanos) {
        long now = nowNanos / sliceNanos;
        for (int i = 0; i < SLICES && slice < now; i++) {
            slice++;
            allArrivals -= arrivals[column()];
            allRetries -= retries[column()];
            arrivals[column()] = 0;
            retries[column()] = 0;
        }
        slice = now; // where more than a window has passed all slices are empty
    }
}
