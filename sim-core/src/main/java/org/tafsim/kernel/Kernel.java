package org.tafsim.kernel;

/**
 * Simulated time and the events on it.
 *
 * <p>Time is a {@code long} in nanoseconds since the start of the run. Events run in the order of (time, rank, scheduling
 * order), a total order, so that every implementation gives the same trajectory to the last digit.
 *
 * <p>Not thread safe: one run, one kernel, one thread.
 */
public interface Kernel {

    /** Largest entity index an event can carry. */
    int MAX_ENTITY = (1 << 24) - 1;

    /** Largest number of kinds that can be registered. */
    int MAX_KINDS = 256;

    /** Current simulated time (ns). */
    long nowNanos();

    /**
     * Registers a kind of event.
     *
     * @param rank order among events of the same instant
     * @param handler runs the events of this kind
     * @return the kind, to be given to {@link #schedule}; kinds number from 0 in the order of registration
     * @throws IllegalStateException when {@link #MAX_KINDS} are taken
     */
    int register(EventRank rank, EventHandler handler);

    /**
     * Puts an event on the calendar.
     *
     * @param atNanos when (ns), not before {@link #nowNanos()}. At {@code nowNanos()} it runs after the current event, even
     *     where its rank is the smaller.
     * @param kind as returned by {@link #register}
     * @param entity in [0, {@link #MAX_ENTITY}]
     * @param argument handed to the handler
     * @return a handle for {@link #cancel}, at least 0 and never given twice within a run
     * @throws IllegalArgumentException when the time lies in the past or the entity is out of range
     */
    long schedule(long atNanos, int kind, int entity, int argument);

    /**
     * Takes a pending event back.
     *
     * @return whether it was still pending; false when it has run or was cancelled before
     */
    boolean cancel(long handle);

    /**
     * Runs events up to and including the given time, then leaves the clock there.
     *
     * <p>Ends earlier when the calendar runs empty (the clock still moves to {@code untilNanos}) or {@link #stop} is called
     * (the clock stays at the stopping event).
     *
     * @throws IllegalArgumentException when the time lies in the past
     * @throws IllegalStateException when called by a handler
     */
    void runUntil(long untilNanos);

    /** Makes {@link #runUntil} return after the current event. Between runs it does nothing. */
    void stop();

    /** Events on the calendar, cancelled ones not counted. */
    int pendingEvents();

    /** Events run so far. */
    long executedEvents();
}
