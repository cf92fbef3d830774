package org.tafsim.kernel;

import java.util.Arrays;

/**
 * All that is known of each pending event, by slot: four {@code long}s side by side, half a cache line, so that an event
 * costs one cache miss. A slot stays taken from scheduling until the calendar gives the event back, also when it is
 * cancelled in between; free slots form a list, last freed first, while they are still in the cache.
 */
final class EventTable {
    private static final int TIME = 0;
    private static final int ORDER = 1;
    private static final int PAYLOAD = 2;
    private static final int LINK = 3;
    private static final int CELLS_LOG = 2;

    /** End of a list of slots. */
    static final int NO_SLOT = -1;

    /** Set in the order word of an event that is not pending: cancelled, run, or never scheduled. */
    private static final long NOT_PENDING = Long.MIN_VALUE;

    private long[] cells = new long[64 << CELLS_LOG];
    private int taken;
    private int firstFree = NO_SLOT;

    /** Takes a slot for an event; returns its order word, which is its handle. */
    long add(long atNanos, long rankBits, long sequence, long payload) {
        int slot = takeSlot();
        int cell = slot << CELLS_LOG;
        long order = OrderWord.of(rankBits, sequence, slot);
        cells[cell + TIME] = atNanos;
        cells[cell + ORDER] = order;
        cells[cell + PAYLOAD] = payload;
        return order;
    }

    private int takeSlot() {
        if (firstFree != NO_SLOT) {
            int slot = firstFree;
            firstFree = link(slot);
            return slot;
        }
        if (taken > OrderWord.MAX_SLOT) {
            throw new IllegalStateException("""
                    More than %d events are pending, cancelled ones included. \
                    Maybe all arrivals are scheduled at the start, instead of one ahead.""".formatted(taken));
        }
        if (taken << CELLS_LOG == cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        return taken++;
    }

    void release(int slot) {
        cells[(slot << CELLS_LOG) + ORDER] |= NOT_PENDING;
        link(slot, firstFree);
        firstFree = slot;
    }

    /** Cancels the event with this order word; false where it is not pending any more. */
    boolean cancel(long order) {
        int slot = OrderWord.slot(order);
        if (order < 0 || slot >= taken || order(slot) != order) {
            return false;
        }
        cells[(slot << CELLS_LOG) + ORDER] |= NOT_PENDING;
        return true;
    }

    boolean isPending(int slot) {
        return order(slot) >= 0;
    }

    long atNanos(int slot) {
        return cells[(slot << CELLS_LOG) + TIME];
    }

    /** The order word; negative where the event was cancelled, which puts it first among those of its time. */
    long order(int slot) {
        return cells[(slot << CELLS_LOG) + ORDER];
    }

    long payload(int slot) {
        return cells[(slot << CELLS_LOG) + PAYLOAD];
    }

    /** The slot after this one on the list that its calendar, or the free list, has put it on. */
    int link(int slot) {
        return (int) cells[(slot << CELLS_LOG) + LINK];
    }

    void link(int slot, int next) {
        cells[(slot << CELLS_LOG) + LINK] = next;
    }
}
