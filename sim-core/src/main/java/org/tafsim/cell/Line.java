package org.tafsim.cell;

import java.util.ArrayDeque;

/** Transfers of a slice that wait for one of its places in a cell, first come, first served. */
final class Line {

    /** Where there is no limit. */
    static final int NO_LIMIT = Integer.MAX_VALUE;

    private final int most;
    private final ArrayDeque<Integer> waiting = new ArrayDeque<>(0);

    Line(int most) {
        this.most = most;
    }

    /** Whether so many are as many as may be. */
    boolean isFull(int active) {
        return active >= most;
    }

    void add(int transfer) {
        waiting.add(transfer);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The one that has waited longest. There is one. */
    int take() {
        return waiting.remove();
    }

    /** Takes one out who does not want to wait any more. */
    void leave(int transfer) {
        waiting.remove((Integer) transfer);
    }

    int length() {
        return waiting.size();
    }
}
