package org.tafsim.engine;

import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.RunSpec;

/** The instants of a run's series: every interval, so that one is the end of the warm-up, and the horizon. */
final class SeriesClock {

    private final Kernel kernel;
    private final RunSpec run;
    private final int sample;

    /**
     * Not running yet.
     *
     * @param look called at each of them, when all else of the instant is done
     */
    SeriesClock(Kernel kernel, RunSpec run, Runnable look) {
        this.kernel = kernel;
        this.run = run;
        sample = kernel.register(EventRank.OBSERVATION, (entity, argument) -> onSample(look));
    }

    void start() {
        kernel.schedule(run.warmupNanos() % run.seriesNanos(), sample, 0, 0);
    }

    private void onSample(Runnable look) {
        long now = kernel.nowNanos();
        look.run();
        if (now < run.horizonNanos()) {
            kernel.schedule(Math.min(now + run.seriesNanos(), run.horizonNanos()), sample, 0, 0);
        }
    }
}
