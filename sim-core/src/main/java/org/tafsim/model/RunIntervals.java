package org.tafsim.model;

/**
 * A run cut into few intervals, to count in them by place: each a whole number of samples of the time series, one of which ends with the
 * warm-up; those that the start and the horizon cut are shorter.
 *
 * @param warmupNanos end of the warm-up (ns since the start of the run)
 * @param horizonNanos end of the measured time
 * @param lengthNanos of an interval that is not cut (ns)
 */
public record RunIntervals(long warmupNanos, long horizonNanos, long lengthNanos) {

    /** As many as a map can show one after the other. */
    public static final int MOST = 120;

    /** At most {@link #MOST} intervals, the shortest there are. */
    public static RunIntervals of(RunSpec run) {
        long series = run.seriesNanos();
        long samples = Math.max(1, run.horizonNanos() / series / MOST);
        RunIntervals intervals = new RunIntervals(run.warmupNanos(), run.horizonNanos(), samples * series);
        while (intervals.count() > MOST) {
            samples++;
            intervals = new RunIntervals(run.warmupNanos(), run.horizonNanos(), samples * series);
        }
        return intervals;
    }

    /** How many there are. */
    public int count() {
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, before() + ceil(horizonNanos - warmupNanos)));
    }

    private long before() {
        return ceil(warmupNanos);
    }

    private long ceil(long nanos) {
        return nanos / lengthNanos + (nanos % lengthNanos > 0 ? 1 : 0);
    }

    /** The interval of an instant (ns), from 0: it has its begin, and not its end; what comes after the horizon is of the last. */
    public int at(long nanos) {
        return (int) Math.min(count() - 1L, before() + Math.floorDiv(nanos - warmupNanos, lengthNanos));
    }

    /** When an interval begins (ns since the start of the run). */
    public long beginNanos(int interval) {
        return Math.max(0, warmupNanos + (interval - before()) * lengthNanos);
    }

    /** When an interval ends (ns since the start of the run). */
    public long endNanos(int interval) {
        return Math.min(horizonNanos, warmupNanos + (interval + 1 - before()) * lengthNanos);
    }
}
