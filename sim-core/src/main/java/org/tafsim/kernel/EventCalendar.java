package org.tafsim.kernel;

/**
 * Pending events of an {@link EventTable}, given back in the order of (time, order word).
 *
 * <p>Monotone: nothing is added before the time of the last event polled, nor before a limit at which {@link #poll} found
 * nothing. Cancelled events are given back like others, in any place among those of their time.
 */
interface EventCalendar {

    /** What {@link #poll} returns where nothing is due. */
    int NONE = -1;

    /** Adds the event in this slot of the table. */
    void add(int slot);

    /** Takes out the first event that falls due at or before a time (ns) and returns its slot, or {@link #NONE}. */
    int poll(long limitNanos);
}
