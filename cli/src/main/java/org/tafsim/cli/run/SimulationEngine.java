package org.tafsim.cli.run;

import org.tafsim.engine.Randomness;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.RunTask;
import org.tafsim.model.Scenario;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policies.harvest.ShippedHarvestPolicies;
import org.tafsim.workload.TraceOpener;

/** The engine of tafsim with the shipped policies. */
public final class SimulationEngine implements ScenarioEngine {

    @Override
    public RunTask task(Scenario scenario, TraceOpener traces, RunOptions how) {
        Simulation simulation = new Simulation(scenario, traces, Randomness.COMMON, ShippedHarvestPolicies.all());
        return (policy, replication, sink) ->
                simulation.run(policy, ShippedPolicies.find(policy.type()).orElseThrow(), replication, how, sink);
    }
}
