package org.tafsim.cell;

import org.tafsim.units.Durations;

/** One direction of a cell: the transfers in it, by slice, and what it has sent so far. */
final class SharedCell {

    /** In place of an event. */
    static final long NONE = -1;

    /** Longer than any run (s). */
    private static final double FOREVER = 1e9;

    private final Division division;
    private final Active[] active;
    private final Line[] lines;
    private final int[] counts;
    private final double[] shares;
    private long sinceNanos;
    private double usedSeconds;

    /** Handle of the event at which the next transfer is over. */
    long event = NONE;

    /** Slice of that transfer. */
    int nextSlice;

    /**
     * An idle cell.
     *
     * @param most transfers at once, by slice
     */
    SharedCell(Division division, int[] most) {
        this.division = division;
        active = new Active[most.length];
        lines = new Line[most.length];
        for (int slice = 0; slice < most.length; slice++) {
            active[slice] = new Active();
            lines[slice] = new Line(most[slice]);
        }
        counts = new int[most.length];
        shares = new double[most.length];
    }

    Active active(int slice) {
        return active[slice];
    }

    Line line(int slice) {
        return lines[slice];
    }

    /** Lets all go on until now. */
    void advance(long nowNanos) {
        double seconds = Durations.secondsOfNanos(nowNanos - sinceNanos);
        sinceNanos = nowNanos;
        for (int slice = 0; slice < active.length; slice++) {
            if (counts[slice] > 0) {
                active[slice].serve(shares[slice] / counts[slice] * seconds);
                usedSeconds += shares[slice] * seconds;
            }
        }
    }

    /**
     * Divides the cell anew among those that are in it now.
     *
     * @return time until the next of them is over (ns), {@link #NONE} where there is none
     */
    long divide() {
        for (int slice = 0; slice < active.length; slice++) {
            counts[slice] = active[slice].count();
        }
        division.divide(counts, shares);
        double least = Double.POSITIVE_INFINITY;
        for (int slice = 0; slice < active.length; slice++) {
            if (shares[slice] > 0) {
                double seconds = active[slice].firstNeedSeconds() * counts[slice] / shares[slice];
                if (seconds < least) {
                    least = seconds;
                    nextSlice = slice;
                }
            }
        }
        return least == Double.POSITIVE_INFINITY ? NONE : Durations.nanosOfSeconds(Math.min(least, FOREVER));
    }

    /** Share of the cell that transfers have now, in [0, 1]. */
    double share(int slice) {
        return shares[slice];
    }

    /** What transfers have used until now, in time of the whole cell (s). Looking changes nothing, not even a last digit. */
    double usedSeconds(long nowNanos) {
        double together = 0;
        for (double share : shares) {
            together += share;
        }
        return usedSeconds + together * Durations.secondsOfNanos(nowNanos - sinceNanos);
    }
}
