package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.stats.LatencyHistogram;
import org.tafsim.stats.TimeWeighted;

/** What is counted of the life of models in the measured time. */
final class LifeCounts {
    private final Kernel kernel;
    private final RunSpec run;
    private final long[] coldByApp;
    private final LatencyHistogram starts = new LatencyHistogram();
    private final TimeWeighted resident = new TimeWeighted(0, 0);
    private final List<SeriesSample> series = new ArrayList<>();
    private final SeriesClock clock;
    private Runnable atSample = () -> {};
    private double residentMean;
    private long evictions;
    private long pulledBytes;

    LifeCounts(Kernel kernel, Scenario scenario) {
        this.kernel = kernel;
        run = scenario.run();
        coldByApp = new long[scenario.apps().size()];
        clock = new SeriesClock(kernel, run, this::onSample);
    }

    /**
     * Begins to look at the memory in the intervals of series, one of which ends with the warm-up.
     *
     * @param atEverySample what else is to be looked at
     */
    void start(Runnable atEverySample) {
        atSample = atEverySample;
        clock.start();
    }

    private void onSample() {
        long now = kernel.nowNanos();
        atSample.run();
        if (now > 0) {
            series.add(new SeriesSample(now, "all", "resident_fraction", resident.value()));
        }
        if (now == run.warmupNanos()) {
            resident.restart(now);
        }
        residentMean = resident.mean(now);
    }

    private boolean isMeasured() {
        return kernel.nowNanos() >= run.warmupNanos() && kernel.nowNanos() < run.horizonNanos();
    }

    /** A measured request waits at a door, for the first time. */
    void cold(int app) {
        coldByApp[app]++;
    }

    /** A start is over that took so long (ns). */
    void started(long nanos) {
        if (isMeasured()) {
            starts.record(nanos);
        }
    }

    void evicted() {
        evictions += isMeasured() ? 1 : 0;
    }

    void pulled(long bytes) {
        pulledBytes += isMeasured() ? bytes : 0;
    }

    /** Memory has changed hands. */
    void resident(double fraction) {
        resident.set(kernel.nowNanos(), fraction);
    }

    List<SeriesSample> series() {
        return series;
    }

    long coldOf(int app) {
        return coldByApp[app];
    }

    LatencyHistogram starts() {
        return starts;
    }

    long evictions() {
        return evictions;
    }

    long pulledBytes() {
        return pulledBytes;
    }

    /** Mean share of the memory of on-demand cards that replicas held. */
    double residentMean() {
        return residentMean;
    }
}
