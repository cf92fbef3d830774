package org.tafsim.sovereignty;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Stretches of time between stated instants, numbered from 0; the first begins, and the last ends, at infinity. Not thread safe. */
final class Segments {
    private final long[] boundaries;
    private int latest;
    private long latestFrom = Long.MIN_VALUE;
    private long latestTo = Long.MIN_VALUE;

    /** Between these instants (ns), in any order, each as often as one likes. */
    Segments(LongStream instants) {
        boundaries = instants.sorted().distinct().toArray();
    }

    int count() {
        return boundaries.length + 1;
    }

    /** The segment of an instant; a boundary belongs to the one it begins. */
    int of(long nanos) {
        if (nanos < latestFrom || nanos >= latestTo) { // time moves slowly: most often it is the segment of last time
            int place = Arrays.binarySearch(boundaries, nanos);
            latest = place >= 0 ? place + 1 : -place - 1;
            latestFrom = latest == 0 ? Long.MIN_VALUE : boundaries[latest - 1];
            latestTo = latest == boundaries.length ? Long.MAX_VALUE : boundaries[latest];
        }
        return latest;
    }

    /** An instant inside the segment, or at its boundary where it is unbounded (ns). */
    double middleNanos(int segment) {
        if (boundaries.length == 0) {
            return 0;
        }
        if (segment == 0) {
            return boundaries[0] - 1.0;
        }
        return segment == boundaries.length
                ? boundaries[segment - 1] + 1.0
                : 0.5 * boundaries[segment - 1] + 0.5 * boundaries[segment];
    }
}
