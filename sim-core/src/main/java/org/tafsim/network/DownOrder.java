package org.tafsim.network;

import java.util.Arrays;

/**
 * Transfers down that are in the transport, by connection in the order of sending. Where ways change a later one may come out first;
 * it waits for those before it, as the receiver of a connection would.
 */
final class DownOrder {
    static final int NONE = -1;

    private static final long NOT_YET = -1;

    /** By token: what was sent last and has not come out. */
    private int[] last = {};

    private int[] before = {};
    private int[] after = {};
    private long[] cameNanos = {};

    /** A transfer is sent, behind what its connection has in the transport. */
    void sent(int token, int transfer) {
        last = grown(last, token);
        before = grown(before, transfer);
        after = grown(after, transfer);
        if (transfer >= cameNanos.length) {
            cameNanos = Arrays.copyOf(cameNanos, before.length);
        }
        before[transfer] = last[token];
        after[transfer] = NONE;
        cameNanos[transfer] = NOT_YET;
        if (last[token] != NONE) {
            after[last[token]] = transfer;
        }
        last[token] = transfer;
    }

    /** A new connection under a token: nothing waits for what an earlier one sent. */
    void forget(int token) {
        if (token < last.length) {
            last[token] = NONE;
        }
    }

    /** A transfer comes out at an instant (ns); whether nothing before it is missing. */
    boolean isNext(int transfer, long nanos) {
        cameNanos[transfer] = nanos;
        return before[transfer] == NONE;
    }

    /** When it came out (ns). */
    long cameNanos(int transfer) {
        return cameNanos[transfer];
    }

    /** A transfer goes on. Returns the one behind it where that has come out already, else {@link #NONE}. */
    int goOn(int token, int transfer) {
        if (last[token] == transfer) {
            last[token] = NONE;
        }
        int next = after[transfer];
        if (next == NONE) {
            return NONE;
        }
        before[next] = NONE;
        return cameNanos[next] == NOT_YET ? NONE : next;
    }

    private static int[] grown(int[] numbers, int index) {
        if (index < numbers.length) {
            return numbers;
        }
        int[] more = Arrays.copyOf(numbers, Math.max(64, Math.max(2 * numbers.length, index + 1)));
        Arrays.fill(more, numbers.length, more.length, NONE);
        return more;
    }
}
