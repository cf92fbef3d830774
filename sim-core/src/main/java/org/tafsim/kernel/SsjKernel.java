package org.tafsim.kernel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * The kernel's contract kept by SSJ's {@code Simulator}: an independent oracle for our own run loop and calendars.
 *
 * <p>SSJ's clock is a {@code double}; ours ticks whole nanoseconds, which a double holds exactly up to 2^53 (104 days).
 * Later events are refused. Rank becomes SSJ's priority, and its event lists run equal (time, priority) in scheduling order.
 * Event objects are reused.
 */
final class SsjKernel implements Kernel {
    private static final long MAX_EXACT_NANOS = 1L << 53;
    /** Larger than any rank: the end of a run comes after all events of its instant. */
    private static final double END_PRIORITY = EventRank.values().length;

    private final Simulator simulator = new Simulator(new SplayTree());
    private final EndOfRun endOfRun = new EndOfRun();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<PooledEvent> events = new ArrayList<>();
    private final ArrayDeque<PooledEvent> freeEvents = new ArrayDeque<>();

    private long nowNanos;
    private long sequence;
    private int pendingEvents;
    private long executedEvents;
    private boolean isStopped;

    SsjKernel() {
        simulator.init();
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public int register(EventRank rank, EventHandler handler) {
        KernelChecks.roomForKind(kinds.size());
        kinds.add(new Kind(rank.order(), handler));
        return kinds.size() - 1;
    }

    @Override
    public long schedule(long atNanos, int kind, int entity, int argument) {
        KernelChecks.event(atNanos, nowNanos, kind, kinds.size(), entity);
        KernelChecks.sequence(sequence);
        refuseInexact(atNanos);
        PooledEvent event = takeEvent();
        event.fill(OrderWord.of(0, sequence++, event.slot), kinds.get(kind), entity, argument);
        event.schedule(atNanos - simulator.time());
        pendingEvents++;
        return event.handle;
    }

    private static void refuseInexact(long atNanos) {
        if (atNanos > MAX_EXACT_NANOS) {
            throw new IllegalArgumentException("""
                    The time of an event (%d ns) must not be after 2^53 ns (104 days): SSJ keeps time in a double.                     Maybe choose another kernel for a run this long.""".formatted(atNanos));
        }
    }

    private PooledEvent takeEvent() {
        PooledEvent free = freeEvents.poll();
        if (free == null) {
            free = new PooledEvent(events.size());
            events.add(free);
        }
        return free;
    }

    /** Drops the event when its time comes: SSJ's own cancel searches the event list. */
    @Override
    public boolean cancel(long handle) {
        int slot = OrderWord.slot(handle);
        if (handle < 0 || slot >= events.size() || events.get(slot).handle != handle) {
            return false;
        }
        events.get(slot).handle = PooledEvent.NOT_PENDING;
        pendingEvents--;
        return true;
    }

    @Override
    public void runUntil(long untilNanos) {
        KernelChecks.run(untilNanos, nowNanos, simulator.isSimulating());
        isStopped = false;
        endOfRun.setPriority(END_PRIORITY);
        endOfRun.schedule(Math.min(untilNanos, MAX_EXACT_NANOS) - simulator.time());
        try {
            simulator.start();
        } finally {
            endOfRun.cancel();
        }
        if (!isStopped) {
            nowNanos = untilNanos;
        }
    }

    @Override
    public void stop() {
        isStopped = true;
        simulator.stop();
    }

    @Override
    public int pendingEvents() {
        return pendingEvents;
    }

    @Override
    public long executedEvents() {
        return executedEvents;
    }

    private record Kind(int priority, EventHandler handler) {}

    /** One scheduled event; goes back to the pool before its handler runs, so that the handler can reuse it. */
    private final class PooledEvent extends Event {
        private static final long NOT_PENDING = -1;

        private final int slot;
        private long handle = NOT_PENDING;
        private @Nullable Kind kind;
        private int entity;
        private int argument;

        PooledEvent(int slot) {
            super(simulator);
            this.slot = slot;
        }

        void fill(long newHandle, Kind newKind, int newEntity, int newArgument) {
            handle = newHandle;
            kind = newKind;
            entity = newEntity;
            argument = newArgument;
            setPriority(newKind.priority);
        }

        @Override
        public void actions() {
            boolean isPending = handle != NOT_PENDING;
            handle = NOT_PENDING;
            freeEvents.push(this);
            if (isPending) {
                nowNanos = (long) simulator.time();
                pendingEvents--;
                executedEvents++;
                requireNonNull(kind).handler.handle(entity, argument);
            }
        }
    }

    /** Ends {@link #runUntil} behind all events of its instant. */
    private final class EndOfRun extends Event {
        EndOfRun() {
            super(simulator);
        }

        @Override
        public void actions() {
            simulator.stop();
        }
    }
}
