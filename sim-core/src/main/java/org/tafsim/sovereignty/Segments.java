package org.tafsim.sovereignty;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Stretches of time between stated instants, numbered from 0; the first begins, and the last ends, at infinity. */
final class Segments {
    private final long[] boundaries;

    /** Between these instants (ns), in any order, each as often as one likes. */
    Segments(LongStream instants) {
        boundaries = instants.sorted().distinct().toArray();
    }

    int count() {
        return boundaries.length + 1;
    }

    /** The segment of an instant; a boundary belongs to the one it begins. */
    int of(long nanos) {
        int place = Arrays.binarySearch(boundaries, nanos);
        return place >= 0 ? place + 1 : -place - 1;
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
