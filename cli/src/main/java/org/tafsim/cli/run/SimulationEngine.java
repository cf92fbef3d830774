package org.tafsim.cli.run;

import org.tafsim.engine.Randomness;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.SimulationTask;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.RunRouting;
import org.tafsim.policies.PolicySet;
import org.tafsim.workload.TraceOpener;

/** The engine of tafsim. */
public final class SimulationEngine implements ScenarioEngine {

    @Override
    public RunTask task(Scenario scenario, TraceOpener traces, PolicySet policies, RunRouting routing, RunOptions how) {
        Simulation simulation = new Simulation(scenario, traces, Randomness.COMMON, policies);
        return new SimulationTask(simulation, policies, routing, how);
    }
}
