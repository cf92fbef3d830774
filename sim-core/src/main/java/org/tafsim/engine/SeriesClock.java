package org.tafsim.engine;

import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.RunSpec;

/** The instants of a run's series: every interval, so that one is the end of the warm-up, and the horizon. */
final class SeriesClock {

    private final Kernel kernel;
    private final RunSpec run;
    private final long periodNanos;
    private final int sample;

    /**
     * Not running yet.
     *
     * @param look called at each of them, when all else of the instant is done
     */
    SeriesClock(Kernel kernel, RunSpec run, Runnable look) {
        this(kernel, run, run.seriesNanos(), look);
    }

    /** The same with other intervals (ns). */
    SeriesClock(Kernel kernel, RunSpec run, long periodNanos, Runnable look) {
        this.kernel = kernel;
        this.run = run;
        this.periodNanos = periodNanos;
        sample = kernel.register(EventRank.OBSERVATION, (entity, argument) -> onSample(look));
    }

    void start() {
        kernel.schedule(run.warmupNanos() % periodNanos, sample, 0, 0);
    }

    private void onSample(Runnable look) {
        long now = kernel.nowNanos();
        look.run();
        if (now < run.horizonNanos()) {
            kernel.schedule(Math.min(now + periodNanos, run.horizonNanos()), sample, 0, 0);
        }
    }
}
