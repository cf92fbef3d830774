package org.tafsim.benchmark;

import java.util.SplittableRandom;

/** Exponential delays of mean 1 s, drawn beforehand so that no variant pays for logarithms. */
final class Increments {
    private static final int COUNT = 1 << 13;

    private final long[] nanos = new long[COUNT];
    private int next;

    Increments() {
        SplittableRandom random = new SplittableRandom(12345);
        for (int i = 0; i < COUNT; i++) {
            nanos[i] = 1 + (long) (-1e9 * StrictMath.log1p(-random.nextDouble()));
        }
    }

    long nextNanos() {
        return nanos[next++ & (COUNT - 1)];
    }

    /** Start times that look like those of a calendar long in use. */
    long initialNanos(int event, int pending) {
        return (long) (nanos[event & (COUNT - 1)] * ((event + 0.5) / pending));
    }
}
