package org.tafsim.experiment;

import java.util.List;
import java.util.stream.Stream;
import org.tafsim.engine.PolicyException;
import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.model.PolicySpec;
import org.tafsim.policies.Origin;
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
            List<String> plugins = plugins(policy);
            boolean isTold = plugins.isEmpty() || plugins.stream().anyMatch(String.valueOf(e.getMessage())::contains);
            throw isTold ? e : e.of(String.join(", ", plugins));
        }
    }

    /** Which plug-ins' policies have a part in it. */
    private List<String> plugins(PolicySpec policy) {
        return Stream.concat(
                        policies.originOf(RoutingPolicyType.class, policy.type()).stream(),
                        policy.others().entrySet().stream()
                                .flatMap(other ->
                                        policies
                                                .originOf(
                                                        PolicySet.kindOf(other.getKey()),
                                                        other.getValue().type())
                                                .stream()))
                .map(Origin::file)
                .distinct()
                .toList();
    }
}
