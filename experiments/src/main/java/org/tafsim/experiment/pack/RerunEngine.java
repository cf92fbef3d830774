package org.tafsim.experiment.pack;

import org.tafsim.engine.Randomness;
import org.tafsim.experiment.RunTask;
import org.tafsim.model.Scenario;
import org.tafsim.workload.TraceOpener;

/** Prepares what simulates a scenario. */
@FunctionalInterface
public interface RerunEngine {

    /**
     * A task that simulates the scenario.
     *
     * @param traces opens the traces it replays
     * @param randomness relates the random numbers of policies and replications
     */
    RunTask task(Scenario scenario, TraceOpener traces, Randomness randomness);
}
