package org.tafsim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.RunSpec;

/** What scaling did in the measured time: replicas that were on, starts, stops; and how long each was off. */
final class FleetBook {

    private final Kernel kernel;
    private final RunSpec run;
    private final List<SeriesSample> series = new ArrayList<>();
    private final long[] offNanos;
    private final long[] offSince;
    private final boolean[] isOff;
    private List<FleetGroup> groups = List.of();
    private IntPredicate isOn = replica -> true;
    private Runnable atSample = () -> {};

    /** By group. */
    private double[] onNanos = {};

    private int[] groupOf = {};
    private long[] starts = {};
    private long[] stops = {};
    private long[] kept = {};
    private long countedUntil;

    FleetBook(Kernel kernel, RunSpec run, int replicas) {
        this.kernel = kernel;
        this.run = run;
        offNanos = new long[replicas];
        offSince = new long[replicas];
        isOff = new boolean[replicas];
    }

    /**
     * Begins to count.
     *
     * @param on whether a replica is on now
     * @param atEverySample what else is to be looked at, in the intervals of series
     */
    void start(List<FleetGroup> ofFleet, IntPredicate on, Runnable atEverySample) {
        groups = ofFleet;
        isOn = on;
        atSample = atEverySample;
        onNanos = new double[groups.size()];
        starts = new long[groups.size()];
        stops = new long[groups.size()];
        kept = new long[groups.size()];
        groupOf = new int[isOff.length];
        for (int group = 0; group < groups.size(); group++) {
            for (int replica : groups.get(group).replicas()) {
                groupOf[replica] = group;
            }
        }
        new SeriesClock(kernel, run, this::onSample).start();
    }

    private void onSample() {
        atSample.run();
        changes();
        long now = kernel.nowNanos();
        if (now == run.warmupNanos()) {
            Arrays.fill(onNanos, 0);
            Arrays.fill(starts, 0);
            Arrays.fill(stops, 0);
            Arrays.fill(kept, 0);
        }
        for (int group = 0; now > 0 && group < groups.size(); group++) {
            series.add(new SeriesSample(now, scope(group), "replicas_on", on(group)));
        }
    }

    private String scope(int group) {
        return "fleet:" + groups.get(group).name();
    }

    private long on(int group) {
        return Arrays.stream(groups.get(group).replicas()).filter(isOn).count();
    }

    /** Who is on is about to change. */
    void changes() {
        long now = Math.min(kernel.nowNanos(), run.horizonNanos());
        for (int group = 0; now > countedUntil && group < groups.size(); group++) {
            onNanos[group] += (double) (now - countedUntil) * on(group);
        }
        countedUntil = Math.max(countedUntil, now);
    }

    void starts(int replica) {
        starts[groupOf[replica]] += isMeasured() ? 1 : 0;
    }

    void stops(int replica) {
        stops[groupOf[replica]] += isMeasured() ? 1 : 0;
    }

    /** A replica stays on that somebody has no other of. */
    void keeps(int replica) {
        kept[groupOf[replica]] += isMeasured() ? 1 : 0;
    }

    private boolean isMeasured() {
        return kernel.nowNanos() <= run.horizonNanos();
    }

    /** A replica draws no power from now on. */
    void goesOff(int replica) {
        isOff[replica] = true;
        offSince[replica] = kernel.nowNanos();
    }

    /** A replica that was off draws power again. */
    void wakes(int replica) {
        offNanos[replica] += kernel.nowNanos() - offSince[replica];
        isOff[replica] = false;
    }

    /** Time that a replica has been off since the run began (ns). */
    long offNanos(int replica) {
        return offNanos[replica] + (isOff[replica] ? kernel.nowNanos() - offSince[replica] : 0);
    }

    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            double mean = onNanos[group] / run.durationNanos();
            metrics.add(new Metric(scope(group), "replicas_on_mean", "count", mean));
            metrics.add(new Metric(scope(group), "replica_starts", "count", (double) starts[group]));
            metrics.add(new Metric(scope(group), "replica_stops", "count", (double) stops[group]));
            metrics.add(new Metric(scope(group), "replica_stops_refused", "count", (double) kept[group]));
        }
        return metrics;
    }

    List<SeriesSample> series() {
        return series;
    }
}
