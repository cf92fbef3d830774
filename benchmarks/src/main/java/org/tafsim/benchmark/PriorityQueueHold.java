package org.tafsim.benchmark;

import java.util.PriorityQueue;

/** On {@link PriorityQueue}, as one would write it first: reused event objects, ties by scheduling order. */
final class PriorityQueueHold implements HoldModel {
    private final Increments increments = new Increments();
    private final PriorityQueue<Timed> queue = new PriorityQueue<>();
    private long nowNanos;
    private long sequence;
    private long balance;

    PriorityQueueHold(int pending) {
        for (int i = 0; i < pending; i++) {
            schedule((i & 1) == 0 ? new Even() : new Odd(), increments.initialNanos(i, pending));
        }
    }

    @Override
    public long hold(long events) {
        for (long left = events; left > 0; left--) {
            Timed event = queue.remove();
            nowNanos = event.atNanos;
            event.run();
        }
        return balance;
    }

    private void schedule(Timed event, long atNanos) {
        event.atNanos = atNanos;
        event.sequence = sequence++;
        queue.add(event);
    }

    private abstract static class Timed implements Comparable<Timed> {
        private long atNanos;
        private long sequence;

        abstract void run();

        @Override
        public final int compareTo(Timed other) {
            int byTime = Long.compare(atNanos, other.atNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private final class Even extends Timed {
        @Override
        void run() {
            balance++;
            schedule(this, nowNanos + increments.nextNanos());
        }
    }

    private final class Odd extends Timed {
        @Override
        void run() {
            balance--;
            schedule(this, nowNanos + increments.nextNanos());
        }
    }
}
