package org.tafsim.engine;

import org.tafsim.model.RunIntervals;

/** Checks of rules that failed, by site and interval of the run. */
final class SiteBreaches {

    private final RunIntervals intervals;
    private final int[][] failed;
    private int interval;
    private long sinceNanos;
    private long untilNanos;

    SiteBreaches(RunIntervals intervals, int sites) {
        this.intervals = intervals;
        failed = new int[sites][intervals.count()];
    }

    /** Counts checks that fail now. */
    void add(int site, long nowNanos, int checks) {
        if (checks > 0) {
            if (nowNanos < sinceNanos || nowNanos >= untilNanos) {
                goTo(nowNanos);
            }
            failed[site][interval] += checks;
        }
    }

    private void goTo(long nowNanos) {
        interval = intervals.at(nowNanos);
        sinceNanos = intervals.beginNanos(interval);
        untilNanos = interval + 1 < intervals.count() ? intervals.endNanos(interval) : Long.MAX_VALUE;
    }

    /** Those at a site, by interval; not to be changed. */
    int[] at(int site) {
        return failed[site];
    }
}
