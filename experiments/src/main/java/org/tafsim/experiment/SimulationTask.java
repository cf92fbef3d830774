package org.tafsim.experiment;

import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.model.PolicySpec;
import org.tafsim.policies.PolicySet;

/**
 * Simulates with policies of a set.
 *
 * @param simulation prepared scenario
 * @param policies that it may name
 * @param options how to compute; change no digit
 */
public record SimulationTask(Simulation simulation, PolicySet policies, RunOptions options) implements RunTask {

    @Override
    public RunResult run(PolicySpec policy, int replication, RequestSink sink) {
        return simulation.run(policy, policies.routing(policy.type()).orElseThrow(), replication, options, sink);
    }
}
