package org.tafsim.engine;

import java.util.Arrays;
import org.tafsim.network.DeliveryTimes;

/** Network segments of requests under way, by slot (ns). */
final class SegmentTable {
    private static final int UP = 4;
    private static final int COLUMNS = 7;

    private long[] nanos = new long[COLUMNS * 1024];

    /** Forgets what was known of a slot. */
    void reset(int slot) {
        if (COLUMNS * (slot + 1) > nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * nanos.length);
        }
        Arrays.fill(nanos, COLUMNS * slot, COLUMNS * (slot + 1), 0);
    }

    /** Something has come to the replica of its request: from the user, or from the stage before. */
    void addUp(int slot, DeliveryTimes times) {
        int first = COLUMNS * slot;
        nanos[first] += times.connectNanos();
        nanos[first + 1] += times.radioNanos();
        nanos[first + 2] += times.fiberNanos();
        nanos[first + 3] += times.linkNanos();
    }

    /** Something has come to the user; what came before does not count. */
    void setDown(int slot, DeliveryTimes times) {
        int first = COLUMNS * slot + UP;
        nanos[first] = times.linkNanos();
        nanos[first + 1] = times.fiberNanos();
        nanos[first + 2] = times.radioNanos();
    }

    long connect(int slot) {
        return nanos[COLUMNS * slot];
    }

    long radio(int slot) {
        return nanos[COLUMNS * slot + 1] + nanos[COLUMNS * slot + 6];
    }

    long fiber(int slot) {
        return nanos[COLUMNS * slot + 2] + nanos[COLUMNS * slot + 5];
    }

    long links(int slot) {
        return nanos[COLUMNS * slot + 3] + nanos[COLUMNS * slot + 4];
    }

    NetworkSegments of(int slot) {
        int first = COLUMNS * slot;
        return new NetworkSegments(
                nanos[first],
                nanos[first + 1],
                nanos[first + 2],
                nanos[first + 3],
                nanos[first + 4],
                nanos[first + 5],
                nanos[first + 6]);
    }
}
