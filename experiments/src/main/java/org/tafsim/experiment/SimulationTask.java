package org.tafsim.experiment;

import org.tafsim.engine.PolicyException;
import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.model.PolicySpec;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.RoutingPolicyType;

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
        try {
            return simulation.run(policy, policies.routing(policy.type()).orElseThrow(), replication, options, sink);
        } catch (PolicyException e) {
            throw policies.originOf(RoutingPolicyType.class, policy.type())
                    .filter(origin -> !String.valueOf(e.getMessage()).contains(origin.file()))
                    .map(origin -> e.of(origin.toString()))
                    .orElse(e);
        }
    }
}
