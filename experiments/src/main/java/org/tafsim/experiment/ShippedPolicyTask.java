package org.tafsim.experiment;

import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.model.PolicySpec;
import org.tafsim.policies.ShippedPolicies;

/**
 * Simulates with the shipped policies.
 *
 * @param simulation prepared scenario
 * @param options how to compute; change no digit
 */
public record ShippedPolicyTask(Simulation simulation, RunOptions options) implements RunTask {

    @Override
    public RunResult run(PolicySpec policy, int replication, RequestSink sink) {
        return simulation.run(policy, ShippedPolicies.find(policy.type()).orElseThrow(), replication, options, sink);
    }
}
