package org.tafsim.experiment.pack;

import org.tafsim.engine.Randomness;
import org.tafsim.experiment.RunTask;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.recorded.ReplayedRouting;
import org.tafsim.workload.TraceOpener;

/** Prepares what simulates a scenario. */
@FunctionalInterface
public interface RerunEngine {

    /**
     * A task that simulates the scenario.
     *
     * @param traces opens the traces it replays
     * @param randomness relates the random numbers of policies and replications
     * @param recorded has decisions: runs whose decisions it has are routed by them
     */
    RunTask task(Scenario scenario, TraceOpener traces, Randomness randomness, ReplayedRouting.Files recorded);
}
