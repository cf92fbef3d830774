package org.tafsim.cli.run;

import org.tafsim.engine.RunOptions;
import org.tafsim.experiment.RunTask;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.RunRouting;
import org.tafsim.policies.PolicySet;
import org.tafsim.workload.TraceOpener;

/** Makes what simulates a scenario: the seam between the command line and the engine. */
@FunctionalInterface
public interface ScenarioEngine {

    /**
     * A task that simulates the scenario, whatever its policy and replication.
     *
     * @param traces opens the traces that its applications replay
     * @param policies that it may name, beside those that route
     * @param routing says what routes each run
     * @param how to compute; changes no digit of a result
     */
    RunTask task(Scenario scenario, TraceOpener traces, PolicySet policies, RunRouting routing, RunOptions how);
}
