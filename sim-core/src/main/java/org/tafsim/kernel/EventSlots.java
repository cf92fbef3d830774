package org.tafsim.kernel;

import java.util.Arrays;

/**
 * What pending events carry, by slot. A slot stays taken from scheduling until the calendar gives the event back, also when
 * it is cancelled in between; free slots form a list, last freed first, so that a busy slot stays in the cache.
 */
final class EventSlots {
    private static final long CANCELLED = -1;
    private static final int NO_SLOT = -1;

    /** Slot i: its order word while pending at 2i, its payload (or the next free slot) at 2i + 1. */
    private long[] cells = new long[256];

    private int taken;
    private int firstFree = NO_SLOT;

    /** Takes a slot; {@link #fill} must follow. */
    int take() {
        if (firstFree != NO_SLOT) {
            int slot = firstFree;
            firstFree = (int) cells[2 * slot + 1];
            return slot;
        }
        if (taken > OrderWord.MAX_SLOT) {
            throw new IllegalStateException("""
                    More than %d events are pending, cancelled ones included. \
                    Maybe all arrivals are scheduled at the start, instead of one ahead.""".formatted(taken));
        }
        if (2 * taken == cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        return taken++;
    }

    void fill(int slot, long order, long payload) {
        cells[2 * slot] = order;
        cells[2 * slot + 1] = payload;
    }

    /** Cancels the event with this order word, where it is still pending. */
    boolean cancel(long order) {
        int slot = OrderWord.slot(order);
        if (order < 0 || slot >= taken || cells[2 * slot] != order) {
            return false;
        }
        cells[2 * slot] = CANCELLED;
        return true;
    }

    boolean isPending(int slot) {
        return cells[2 * slot] >= 0;
    }

    long payload(int slot) {
        return cells[2 * slot + 1];
    }

    void release(int slot) {
        cells[2 * slot] = CANCELLED;
        cells[2 * slot + 1] = firstFree;
        firstFree = slot;
    }
}
