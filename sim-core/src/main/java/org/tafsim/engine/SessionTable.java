package org.tafsim.engine;

import java.util.Arrays;
import org.tafsim.workload.SessionCourse;

/**
 * Sessions under way: one slot each, reused after the session has ended.
 *
 * <p>Columns are plain arrays, indexed by slot; they may be replaced when the table grows, so nobody keeps them.
 */
final class SessionTable {

    int[] app = new int[64];
    SessionCourse[] course = new SessionCourse[64];
    long[] beginNanos = new long[64];

    /** Replica that gave the last answer; -1 before the first. */
    int[] replica = new int[64];

    /** Prompt and answer of the last request but for the last token, of which that replica had the KV cache. */
    int[] contextTokens = new int[64];

    /** When its user leaves where he is, {@code Long.MAX_VALUE} where he stays, and where he goes then. */
    long[] leavesNanos = new long[64];

    int[] destination = new int[64];

    /** Journeys so far. */
    int[] journeys = new int[64];

    /** Whether its user thinks or its tool works, so that no request is under way. */
    boolean[] pausing = new boolean[64];

    private boolean[] used = new boolean[64];
    private int[] free = new int[64];
    private int freeCount;
    private int slots;

    /** Takes a slot for a session that begins. */
    int allocate(int ofApp, SessionCourse itsCourse, long nowNanos) {
        int slot = freeCount > 0 ? free[--freeCount] : newSlot();
        used[slot] = true;
        app[slot] = ofApp;
        course[slot] = itsCourse;
        beginNanos[slot] = nowNanos;
        replica[slot] = -1;
        contextTokens[slot] = 0;
        pausing[slot] = false;
        return slot;
    }

    /** Gives a slot back. */
    void free(int slot) {
        used[slot] = false;
        free[freeCount++] = slot;
    }

    /** Sessions under way. */
    int open() {
        return slots - freeCount;
    }

    /** Sessions under way of which no request is (audit). */
    int pausing() {
        int count = 0;
        for (int slot = 0; slot < slots; slot++) {
            count += used[slot] && pausing[slot] ? 1 : 0;
        }
        return count;
    }

    private int newSlot() {
        if (slots == app.length) {
            grow(2 * slots);
        }
        return slots++;
    }

    private void grow(int capacity) {
        app = Arrays.copyOf(app, capacity);
        course = Arrays.copyOf(course, capacity);
        beginNanos = Arrays.copyOf(beginNanos, capacity);
        replica = Arrays.copyOf(replica, capacity);
        contextTokens = Arrays.copyOf(contextTokens, capacity);
        leavesNanos = Arrays.copyOf(leavesNanos, capacity);
        destination = Arrays.copyOf(destination, capacity);
        journeys = Arrays.copyOf(journeys, capacity);
        pausing = Arrays.copyOf(pausing, capacity);
        used = Arrays.copyOf(used, capacity);
        free = Arrays.copyOf(free, capacity);
    }
}
