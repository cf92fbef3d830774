package org.tafsim.network;

import java.util.Arrays;

/** What connections carry down, by token: it arrives in the order of sending, and in a cell one transfer goes after the other. */
final class Downstreams {
    private static final int NONE = -1;

    /** When the last transfer of a connection is delivered (ns). */
    private long[] lastNanos = new long[64];

    /** The last transfer of a connection in its cell or waiting for it, and by transfer the one that waits for it. */
    private int[] last = new int[0];

    private int[] behind = new int[0];

    /** A new connection: what an earlier one of this token carried is forgotten. */
    void reset(int token) {
        if (token < lastNanos.length) {
            lastNanos[token] = 0;
        }
    }

    /** The time at which something is delivered (ns): not before what the connection carried earlier. */
    long inOrder(int token, long nanos) {
        if (token >= lastNanos.length) {
            lastNanos = Arrays.copyOf(lastNanos, Math.max(2 * lastNanos.length, token + 1));
        }
        lastNanos[token] = Math.max(lastNanos[token], nanos);
        return lastNanos[token];
    }

    /** A transfer reaches its cell; whether it can enter at once, or is behind another one of its connection. */
    boolean isFirst(int token, int transfer) {
        last = grown(last, token);
        behind = grown(behind, transfer);
        behind[transfer] = NONE;
        int before = last[token];
        last[token] = transfer;
        if (before != NONE) {
            behind[before] = transfer;
        }
        return before == NONE;
    }

    /** A transfer has left its cell. Returns the one behind it; -1 where there is none. */
    int next(int token, int transfer) {
        if (last[token] == transfer) {
            last[token] = NONE;
        }
        return behind[transfer];
    }

    private static int[] grown(int[] numbers, int index) {
        if (index < numbers.length) {
            return numbers;
        }
        int[] more = Arrays.copyOf(numbers, Math.max(2 * numbers.length, index + 1));
        Arrays.fill(more, numbers.length, more.length, NONE);
        return more;
    }
}
