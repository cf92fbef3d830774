package org.tafsim.kernel;

/** The run loop: takes events off a calendar and hands them to the handler of their kind. */
final class CalendarKernel implements Kernel {
    private static final int KIND_SHIFT = 56;
    private static final int ENTITY_SHIFT = 32;

    private final EventCalendar calendar;
    private final EventSlots slots = new EventSlots();
    private final EventHandler[] handlers = new EventHandler[MAX_KINDS];
    private final long[] rankBits = new long[MAX_KINDS];

    private int kinds;
    private long nowNanos;
    private long sequence;
    private int pendingEvents;
    private long executedEvents;
    private boolean isRunning;
    private boolean isStopped;

    CalendarKernel(EventCalendar calendar) {
        this.calendar = calendar;
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
        int slot = slots.take();
        long order = OrderWord.of(rankBits[kind], sequence++, slot);
        slots.fill(slot, order, payload(kind, entity, argument));
        calendar.add(atNanos, order);
        pendingEvents++;
        return order;
    }

    /** Kind (8 bits) | entity (24 bits) | argument (32 bits). */
    private static long payload(int kind, int entity, int argument) {
        return ((long) kind << KIND_SHIFT) | ((long) entity << ENTITY_SHIFT) | Integer.toUnsignedLong(argument);
    }

    @Override
    public boolean cancel(long handle) {
        boolean wasPending = slots.cancel(handle);
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
        long order = calendar.poll(untilNanos);
        if (order == EventCalendar.NONE) {
            return false;
        }
        int slot = OrderWord.slot(order);
        boolean isPending = slots.isPending(slot);
        long payload = slots.payload(slot);
        slots.release(slot);
        if (isPending) {
            nowNanos = calendar.polledAtNanos();
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
