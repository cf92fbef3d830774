package org.tafsim.kernel;

import java.util.Arrays;

/**
 * Monotone radix heap: an event waits in the bucket of the highest bit in which its time differs from the last time
 * reached. When the lowest bucket is needed, its events spread over the ones below, so each event moves at most 63 times
 * and in practice a few, always in long sequential runs.
 *
 * <p>Source: R. K. Ahuja, K. Mehlhorn, J. B. Orlin and R. E. Tarjan, "Faster algorithms for the shortest path problem",
 * J. ACM 37(2), 1990. Events of one time always share a bucket and keep their scheduling order there; those due now wait in
 * one first-in-first-out lane per rank, so that a late arrival of smaller rank still comes before larger ranks.
 */
final class RadixHeap implements EventCalendar {
    private static final int BUCKETS = Long.SIZE - 1;

    private final EventTable table;

    /** Bucket i: (time, order word) pairs of events whose time differs from {@link #reachedNanos} in bit i at the highest. */
    private final long[][] buckets = new long[BUCKETS][32];

    private final int[] lengths = new int[BUCKETS];
    private final long[] earliestNanos = new long[BUCKETS];
    private long filledBuckets;

    private final DueLane[] due = new DueLane[OrderWord.RANKS];
    private int filledLanes;
    private long reachedNanos;

    RadixHeap(EventTable table) {
        this.table = table;
        Arrays.setAll(due, rank -> new DueLane());
    }

    @Override
    public void add(int slot) {
        place(table.atNanos(slot), table.order(slot));
    }

    private void place(long atNanos, long order) {
        if (atNanos == reachedNanos) {
            int rank = OrderWord.rank(order);
            due[rank].append(order);
            filledLanes |= 1 << rank;
        } else {
            append(BUCKETS - Long.numberOfLeadingZeros(atNanos ^ reachedNanos), atNanos, order);
        }
    }

    private void append(int bucket, long atNanos, long order) {
        int length = lengths[bucket];
        if (length == buckets[bucket].length) {
            buckets[bucket] = Arrays.copyOf(buckets[bucket], 2 * length);
        }
        long[] pairs = buckets[bucket];
        pairs[length] = atNanos;
        pairs[length + 1] = order;
        lengths[bucket] = length + 2;
        earliestNanos[bucket] = length == 0 ? atNanos : Math.min(earliestNanos[bucket], atNanos);
        filledBuckets |= 1L << bucket;
    }

    @Override
    public int poll(long limitNanos) {
        if (filledLanes == 0 && !reachNext(limitNanos)) {
            return NONE;
        }
        if (reachedNanos > limitNanos) {
            return NONE;
        }
        int rank = Integer.numberOfTrailingZeros(filledLanes);
        DueLane lane = due[rank];
        long order = lane.poll();
        if (lane.isEmpty()) {
            filledLanes &= ~(1 << rank);
        }
        return OrderWord.slot(order);
    }

    /** Moves on to the next time with an event, if that is not after the limit. */
    private boolean reachNext(long limitNanos) {
        if (filledBuckets == 0) {
            return false;
        }
        int bucket = Long.numberOfTrailingZeros(filledBuckets);
        if (earliestNanos[bucket] > limitNanos) {
            return false;
        }
        reachedNanos = earliestNanos[bucket];
        filledBuckets &= ~(1L << bucket);
        long[] pairs = buckets[bucket];
        int length = lengths[bucket];
        lengths[bucket] = 0;
        for (int i = 0; i < length; i += 2) {
            place(pairs[i], pairs[i + 1]);
        }
        return true;
    }

    /** Order words of one rank, due now, first in first out. */
    private static final class DueLane {
        private long[] orders = new long[16];
        private int head;
        private int tail;

        void append(long order) {
            if (tail == orders.length) {
                orders = Arrays.copyOf(orders, 2 * tail);
            }
            orders[tail++] = order;
        }

        long poll() {
            long order = orders[head++];
            if (head == tail) {
                head = 0;
                tail = 0;
            }
            return order;
        }

        boolean isEmpty() {
            return tail == 0;
        }
    }
}
