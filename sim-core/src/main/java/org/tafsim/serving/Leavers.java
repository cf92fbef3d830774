package org.tafsim.serving;

import java.util.Arrays;

/** Sequences of a batch whose client has gone, until the boundary at which they leave it: the first after that nanosecond. */
final class Leavers {
    private int[] requests = new int[4];
    private long[] goneAtNanos = new long[4];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(int request, long nowNanos) {
        if (size == requests.length) {
            requests = Arrays.copyOf(requests, 2 * size);
            goneAtNanos = Arrays.copyOf(goneAtNanos, 2 * size);
        }
        requests[size] = request;
        goneAtNanos[size] = nowNanos;
        size++;
    }

    int size() {
        return size;
    }

    int request(int place) {
        return requests[place];
    }

    long goneAtNanos(int place) {
        return goneAtNanos[place];
    }

    /** Strikes one off the list; the order of the others stays. */
    void remove(int place) {
        size--;
        System.arraycopy(requests, place + 1, requests, place, size - place);
        System.arraycopy(goneAtNanos, place + 1, goneAtNanos, place, size - place);
    }

    void clear() {
        size = 0;
    }
}
