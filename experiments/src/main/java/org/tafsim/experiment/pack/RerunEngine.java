package org.tafsim.experiment.pack;

import org.tafsim.experiment.RunTask;
import org.tafsim.model.Scenario;
import org.tafsim.workload.TraceOpener;

/** Prepares what simulates a scenario. */
@FunctionalInterface
public interface RerunEngine {

    /** A task that simulates the scenario. */
    RunTask task(Scenario scenario, TraceOpener traces);
}
