package org.tafsim.kernel;

import java.util.function.Function;

/** The run loop: takes events off a calendar and hands them to the handler of their kind. */
final class CalendarKernel implements Kernel {
    private static final int KIND_SHIFT = 56;
    private static final int ENTITY_SHIFT = 32;

    private final EventCalendar calendar;
    private final EventTable table = new EventTable();
    private final EventHandler[] handlers = new EventHandler[MAX_KINDS];
    private final long[] rankBits = new long[MAX_KINDS];

    private int kinds;
    private long nowNanos;
    private long sequence;
    private int pendingEvents;
    private long executedEvents;
    private boolean isRunning;
    private boolean isStopped;

    CalendarKernel(Function<EventTable, EventCalendar> calendar) {
        this.calendar = calendar.apply(table);
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public int register(EventRank rank, EventHandler handler) {
        KernelChecks.roomForKind(kinds);
        rankBits[kinds] = OrderWord.rankBits(rank);
        handlers[kinds] = handler;
        return kinds++;
    }

    @Override
    public long schedule(long atNanos, int kind, int entity, int argument) {
        KernelChecks.event(atNanos, nowNanos, kind, kinds, entity);
        KernelChecks.sequence(sequence);
        long order = table.add(atNanos, rankBits[kind], sequence++, payload(kind, entity, argument));
        calendar.add(OrderWord.slot(order));
        pendingEvents++;
        return order;
    }

    /** Kind (8 bits) | entity (24 bits) | argument (32 bits). */
    private static long payload(int kind, int entity, int argument) {
        return ((long) kind << KIND_SHIFT) | ((long) entity << ENTITY_SHIFT) | Integer.toUnsignedLong(argument);
    }

    @Override
    public boolean cancel(long handle) {
        boolean wasPending = table.cancel(handle);
        if (wasPending) {
            pendingEvents--;
        }
        return wasPending;
    }

    @Override
    public void runUntil(long untilNanos) {
        KernelChecks.run(untilNanos, nowNanos, isRunning);
        isRunning = true;
        isStopped = false;
        try {
            while (!isStopped && runNext(untilNanos)) {}
        } finally {
            isRunning = false;
        }
        if (!isStopped) {
            nowNanos = untilNanos;
        }
    }

    /** Runs the next event, or drops it where it was cancelled; false when none is due. */
    private boolean runNext(long untilNanos) {
        int slot = calendar.poll(untilNanos);
        if (slot == EventCalendar.NONE) {
            return false;
        }
        boolean isPending = table.isPending(slot);
        long atNanos = table.atNanos(slot);
        long payload = table.payload(slot);
        table.release(slot);
        if (isPending) {
            nowNanos = atNanos;
            pendingEvents--;
            executedEvents++;
            handlers[(int) (payload >>> KIND_SHIFT)].handle(
                    (int) (payload >>> ENTITY_SHIFT) & MAX_ENTITY, (int) payload);
        }
        return true;
    }

    @Override
    public void stop() {
        isStopped = true;
    }

    @Override
    public int pendingEvents() {
        return pendingEvents;
    }

    @Override
    public long executedEvents() {
        return executedEvents;
    }
}
