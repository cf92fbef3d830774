package org.tafsim.ran;

import org.tafsim.model.CellSpec;
import org.tafsim.model.RanLoad;
import org.tafsim.model.RanSpec;
import umontreal.ssj.rng.RandomStream;

/** Share of a cell's resource blocks in use, one control interval after the other. Draws as many numbers whatever comes out. */
public final class CellLoad {
    private static final double HOUR_NANOS = 3.6e12;
    private static final int HOURS = 24;

    private final RanLoad load;
    private final BurstFactor burst;
    private final long intervalNanos;
    private long interval;
    private int traceIndex;

    /**
     * At the start of a run.
     *
     * @param stream named {@link #stream}
     */
    public CellLoad(RanSpec spec, CellSpec cell, RandomStream stream) {
        load = cell.load();
        intervalNanos = spec.intervalNanos();
        burst = load instanceof RanLoad.Diurnal diurnal
                ? BurstFactor.of(diurnal.burst(), spec.intervalNanos(), stream)
                : () -> 1;
    }

    /** Name of the random stream of a cell. */
    public static String stream(String siteId, String cellId) {
        return "ran/" + siteId + "/" + cellId;
    }

    /** Load of the next interval, in [0, 1]; the first begins with the run. A load that changes within one counts by its begin. */
    public double next() {
        long nowNanos = interval++ * intervalNanos;
        double factor = burst.next();
        return Math.min(1, factor * expected(nowNanos));
    }

    private double expected(long nowNanos) {
        if (load instanceof RanLoad.Diurnal diurnal) {
            return at(diurnal, nowNanos);
        }
        RanLoad.Trace trace = (RanLoad.Trace) load;
        while (traceIndex + 1 < trace.atNanos().size() && trace.atNanos().get(traceIndex + 1) <= nowNanos) {
            traceIndex++;
        }
        return trace.loads().get(traceIndex);
    }

    private static double at(RanLoad.Diurnal day, long nowNanos) {
        double hours = day.startHour() + nowNanos / HOUR_NANOS;
        long whole = (long) Math.floor(hours);
        double from = day.hourlyLoads().get((int) (whole % HOURS));
        double to = day.hourlyLoads().get((int) ((whole + 1) % HOURS));
        return from + (hours - whole) * (to - from);
    }
}
