package org.tafsim.engine;

import org.tafsim.model.RunSpec;
import org.tafsim.stats.LatencyHistogram;
import org.tafsim.stats.Tally;
import org.tafsim.stats.TimeWeighted;

/**
 * What is kept of one application's sessions. Counts are of those that begin in the measured time, durations and turns of those that
 * end in it, whenever they began: else long ones would be missed.
 */
final class SessionStatistics {

    /** How a session ends before the run does. */
    enum Ending {
        /** After its last turn. */
        COMPLETED,
        /** Its next request would have been too long. */
        CUT,
        /** A request of it failed. */
        ABANDONED;

        /** Position in arrays of one entry for each ending. */
        @SuppressWarnings("EnumOrdinal") // never leaves the process
        int column() {
            return ordinal();
        }
    }

    /** From its first request to its last answer. */
    final LatencyHistogram duration = new LatencyHistogram();

    /** Turns that were answered. */
    final Tally turns = new Tally();

    private final long fromNanos;
    private final long horizonNanos;
    private final TimeWeighted open = new TimeWeighted(0, 0);
    private final long[] ended = new long[Ending.values().length];
    private long started;
    private long resumed;
    private long lost;
    private boolean isMeasuring;

    SessionStatistics(RunSpec run) {
        fromNanos = run.warmupNanos();
        horizonNanos = run.horizonNanos();
    }

    /** A session begins. */
    void begin(long nowNanos) {
        started += isMeasured(nowNanos) ? 1 : 0;
        changeOpen(nowNanos, 1);
    }

    /** A session ends. */
    void end(Ending ending, long beganNanos, int turnsDone, long nowNanos) {
        changeOpen(nowNanos, -1);
        if (isMeasured(nowNanos)) {
            ended[ending.column()] += isMeasured(beganNanos) ? 1 : 0;
            duration.record(nowNanos - beganNanos);
            turns.record(turnsDone);
        }
    }

    /** A request that had lost its replica was answered by another: its session goes on. */
    void resume(long nowNanos) {
        resumed += isMeasured(nowNanos) ? 1 : 0;
    }

    /** A request was lost with its replica, and its session with it. */
    void lose(long nowNanos) {
        lost += isMeasured(nowNanos) ? 1 : 0;
    }

    /** Times in the measured time that a session went on elsewhere. */
    long resumed() {
        return resumed;
    }

    /** Sessions that ended in the measured time with a replica. */
    long lost() {
        return lost;
    }

    private boolean isMeasured(long nanos) {
        return nanos >= fromNanos && nanos < horizonNanos;
    }

    private void changeOpen(long nowNanos, int change) {
        if (nowNanos < horizonNanos) {
            measureFrom(nowNanos);
            open.add(nowNanos, change);
        }
    }

    private void measureFrom(long nowNanos) {
        if (!isMeasuring && nowNanos >= fromNanos) {
            open.restart(fromNanos);
            isMeasuring = true;
        }
    }

    /** Sessions that began in the measured time. */
    long started() {
        return started;
    }

    /** Those of them that ended in it, in this way. */
    long ended(Ending ending) {
        return ended[ending.column()];
    }

    /** Those of them that were under way at the horizon. */
    long unfinished() {
        long left = started;
        for (long count : ended) {
            left -= count;
        }
        return left;
    }

    /** Sessions under way, mean over the measured time. */
    double meanOpen() {
        measureFrom(horizonNanos);
        return open.mean(horizonNanos);
    }
}
