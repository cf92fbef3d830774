package org.tafsim.kernel;

import java.util.Arrays;

/**
 * 4-ary heap on one array: entry i is the pair (time, order word) at 2i, its children are 4i + 1 to 4i + 4. Four children
 * share two cache lines, and the tree is half as deep as a binary one.
 */
final class FourAryHeap implements EventCalendar {
    private final EventTable table;
    private long[] entries = new long[64];
    private int size;

    FourAryHeap(EventTable table) {
        this.table = table;
    }

    @Override
    public void add(int slot) {
        if (2 * size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * entries.length);
        }
        siftUp(size++, table.atNanos(slot), table.order(slot));
    }

    @Override
    public int poll(long limitNanos) {
        if (size == 0 || entries[0] > limitNanos) {
            return NONE;
        }
        int slot = slot(0);
        size--;
        if (size > 0) {
            siftDown(entries[2 * size], entries[2 * size + 1]);
        }
        return slot;
    }

    int size() {
        return size;
    }

    /** Slot of entry i; entries are numbered from 0 in no useful order. */
    int slot(int i) {
        return OrderWord.slot(entries[2 * i + 1]);
    }

    void clear() {
        size = 0;
    }

    private void siftUp(int hole, long atNanos, long order) {
        long[] e = entries;
        int i = hole;
        while (i > 0) {
            int parent = (i - 1) >> 2;
            if (!isBefore(atNanos, order, e[2 * parent], e[2 * parent + 1])) {
                break;
            }
            e[2 * i] = e[2 * parent];
            e[2 * i + 1] = e[2 * parent + 1];
            i = parent;
        }
        e[2 * i] = atNanos;
        e[2 * i + 1] = order;
    }

    private void siftDown(long atNanos, long order) {
        long[] e = entries;
        int i = 0;
        for (int child = 1; child < size; child = 4 * i + 1) {
            int least = leastOf(child, Math.min(child + 4, size));
            if (isBefore(atNanos, order, e[2 * least], e[2 * least + 1])) {
                break;
            }
            e[2 * i] = e[2 * least];
            e[2 * i + 1] = e[2 * least + 1];
            i = least;
        }
        e[2 * i] = atNanos;
        e[2 * i + 1] = order;
    }

    private int leastOf(int from, int to) {
        long[] e = entries;
        int least = from;
        for (int i = from + 1; i < to; i++) {
            if (isBefore(e[2 * i], e[2 * i + 1], e[2 * least], e[2 * least + 1])) {
                least = i;
            }
        }
        return least;
    }

    private static boolean isBefore(long atNanos, long order, long otherAtNanos, long otherOrder) {
        return atNanos < otherAtNanos || (atNanos == otherAtNanos && order < otherOrder);
    }
}
