package org.tafsim.kernel;

/**
 * Pending events, given back in the order of (time, order word).
 *
 * <p>Monotone: nothing is added before the time of the last event polled, nor before a limit at which {@link #poll} found
 * nothing. Two events never share an order word, and no two in the calendar share its slot.
 */
interface EventCalendar {

    /** What {@link #poll} returns where nothing is due. Order words are never negative. */
    long NONE = -1;

    /**
     * Adds an event.
     *
     * @param atNanos when it falls due (ns), at least 0
     * @param order its {@link OrderWord}
     */
    void add(long atNanos, long order);

    /** Takes out the first event that falls due at or before a time (ns) and returns its order word, or {@link #NONE}. */
    long poll(long limitNanos);

    /** When the event polled last fell due (ns). */
    long polledAtNanos();
}
