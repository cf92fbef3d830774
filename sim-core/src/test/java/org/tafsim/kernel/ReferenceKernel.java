package org.tafsim.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The contract in the plainest words: a sorted set of records. The oracle of {@link KernelPropertyTest}. */
final class ReferenceKernel implements Kernel {
    private record Pending(long atNanos, EventRank rank, long sequence, int kind, int entity, int argument) {}

    private final TreeSet<Pending> calendar = new TreeSet<>(Comparator.comparingLong(Pending::atNanos)
            .thenComparing(Pending::rank)
            .thenComparing(Pending::sequence));
    private final List<Pending> scheduled = new ArrayList<>();
    private final List<EventRank> ranks = new ArrayList<>();
    private final List<EventHandler> handlers = new ArrayList<>();
    private long nowNanos;
    private long executedEvents;
    private boolean isStopped;

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public int register(EventRank rank, EventHandler handler) {
        ranks.add(rank);
        handlers.add(handler);
        return ranks.size() - 1;
    }

    @Override
    public long schedule(long atNanos, int kind, int entity, int argument) {
        Pending event = new Pending(atNanos, ranks.get(kind), scheduled.size(), kind, entity, argument);
        scheduled.add(event);
        calendar.add(event);
        return event.sequence;
    }

    @Override
    public boolean cancel(long handle) {
        return calendar.remove(scheduled.get((int) handle));
    }

    @Override
    public void runUntil(long untilNanos) {
        isStopped = false;
        while (!isStopped && !calendar.isEmpty() && calendar.first().atNanos <= untilNanos) {
            Pending event = calendar.pollFirst();
            nowNanos = event.atNanos;
            executedEvents++;
            handlers.get(event.kind).handle(event.entity, event.argument);
        }
        nowNanos = isStopped ? nowNanos : untilNanos;
    }

    @Override
    public void stop() {
        isStopped = true;
    }

    @Override
    public int pendingEvents() {
        return calendar.size();
    }

    @Override
    public long executedEvents() {
        return executedEvents;
    }
}
