package org.tafsim.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.tafsim.engine.PolicyException;
import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.model.PolicySpec;
import org.tafsim.plugins.PolicyRouting;
import org.tafsim.plugins.RunRouting;
import org.tafsim.policies.Origin;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Simulates with policies of a set.
 *
 * @param simulation prepared scenario
 * @param policies that it may name
 * @param routing says what routes each run
 * @param options how to compute; change no digit
 */
public record SimulationTask(Simulation simulation, PolicySet policies, RunRouting routing, RunOptions options)
        implements RunTask {

    /** Routed by these policies. */
    public SimulationTask(Simulation simulation, PolicySet policies, RunOptions options) {
        this(simulation, policies, new PolicyRouting(policies), options);
    }

    @Override
    public RunResult run(PolicySpec policy, int replication, RequestSink sink) {
        try (RunRouting.Opened routes = routing.open(policy, replication)) {
            RunResult result = simulation.run(policy, routes.type(), replication, options, sink);
            routes.checkOver();
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
