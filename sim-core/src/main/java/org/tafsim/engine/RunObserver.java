package org.tafsim.engine;

import java.util.List;

/**
 * Sees what a run's series gain while it goes on: at the instants of the series only, on the run's own thread. It changes
 * nothing of a run, unless it throws.
 */
@FunctionalInterface
public interface RunObserver {

    /** Looks at nothing. */
    RunObserver NONE = (policy, replication, samples) -> {};

    /**
     * An interval of the series is over.
     *
     * @param policy label
     * @param replication from 0
     * @param samples of the tiers at this instant
     */
    void onSamples(String policy, int replication, List<SeriesSample> samples);
}
