package org.tafsim.serving;

import java.util.Arrays;

/**
 * Requests whose client has gone. Those that wait leave at once; sequences leave the batch at the first boundary after that
 * nanosecond.
 */
final class Departures {
    private final BatchParts parts;
    private int[] leavers = new int[4];
    private long[] goneAtNanos = new long[4];
    private int size;

    Departures(BatchParts parts) {
        this.parts = parts;
    }

    /** Whether somebody is about to leave the batch. */
    boolean areAhead() {
        return size > 0;
    }

    /** Takes a request out that waits; whether it did. */
    boolean withdraw(int request) {
        boolean isWaiting = parts.withdraw(request);
        if (isWaiting) {
            countLost(request);
        }
        return isWaiting;
    }

    /** Lets a sequence leave at the first boundary after this nanosecond; whether it is in the batch. */
    boolean dismiss(int request, long nowNanos) {
        boolean isMember = isMember(request);
        if (isMember) {
            if (size == leavers.length) {
                leavers = Arrays.copyOf(leavers, 2 * size);
                goneAtNanos = Arrays.copyOf(goneAtNanos, 2 * size);
            }
            leavers[size] = request;
            goneAtNanos[size] = nowNanos;
            size++;
        }
        return isMember;
    }

    private boolean isMember(int request) {
        return parts.decodes().find(request) >= 0 || parts.prefills().contains(request);
    }

    /** Takes those out who were dismissed before this nanosecond. */
    void dropBefore(long nowNanos, StepNotices notices) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            int request = leavers[i];
            if (goneAtNanos[i] == nowNanos && isHere(request)) {
                leavers[kept] = request;
                goneAtNanos[kept] = nowNanos;
                kept++;
            } else if (drop(request)) {
                countLost(request);
                notices.addCancellation(request);
            } // else it has just finished, and its owner is about to hear of it
        }
        size = kept;
    }

    private boolean isHere(int request) {
        return isMember(request) || parts.waiting().contains(request);
    }

    /** Takes a request out, wherever it is; whether it was anywhere. */
    private boolean drop(int request) {
        int place = parts.decodes().find(request);
        if (place >= 0) {
            parts.decodes().preempt(place);
        } else if (parts.prefills().contains(request)) {
            parts.dropPrefill();
        } else {
            return parts.withdraw(request);
        }
        return true;
    }

    private void countLost(int request) {
        parts.counters().countLost(parts.requests().emitted(request));
    }

    /** Forgets them all. */
    void clear() {
        size = 0;
    }
}
