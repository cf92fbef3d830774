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
    private final double[] hourly;
    private final BurstFactor burst;
    private final long intervalNanos;
    private long interval;
    private int traceIndex;

    /**
     * At the start of a run.
     *
     * @param stream named {@link #stream}
     * @param tables that all cells of a run share
     */
    public CellLoad(RanSpec spec, CellSpec cell, RandomStream stream, BurstTables tables) {
        load = cell.load();
        hourly = load instanceof RanLoad.Diurnal diurnal
                ? diurnal.hourlyLoads().stream().mapToDouble(value -> value).toArray()
                : new double[0];
        intervalNanos = spec.intervalNanos();
        burst = load instanceof RanLoad.Diurnal diurnal
                ? BurstFactor.of(diurnal.burst(), spec.intervalNanos(), stream, tables)
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
            return at(diurnal.startHour() + nowNanos / HOUR_NANOS);
        }
        RanLoad.Trace trace = (RanLoad.Trace) load;
        while (traceIndex + 1 < trace.atNanos().size() && trace.atNanos().get(traceIndex + 1) <= nowNanos) {
            traceIndex++;
        }
        return trace.loads().get(traceIndex);
    }

    private double at(double hours) {
        long whole = (long) hours;
        double from = hourly[(int) (whole % HOURS)];
        double to = hourly[(int) ((whole + 1) % HOURS)];
        return from + (hours - whole) * (to - from);
    }
}
