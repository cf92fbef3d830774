package org.tafsim.benchmark;

/**
 * The hold model: a constant number of pending events, each of which schedules its successor when it runs.
 *
 * <p>Source: D. W. Jones, "An empirical comparison of priority-queue and event-set implementations", Comm. ACM 29(4), 1986.
 */
interface HoldModel {

    /** Runs this many events, and schedules as many; returns even minus odd events so far, so that none can be skipped. */
    long hold(long events);
}
