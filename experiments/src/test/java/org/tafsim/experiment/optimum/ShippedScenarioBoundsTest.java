package org.tafsim.experiment.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.engine.Demand;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RequestDemand;
import org.tafsim.engine.RequestRecord;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.scenario.trace.TraceFiles;

/**
 * Sessions, pipelines, faults, RAN, models on demand, cells, contracts, traces: no request of a shipped scenario is quicker than its floor,
 * and no policy beats a bound.
 */
@Tag("long")
class ShippedScenarioBoundsTest {
    private static final Path SCENARIOS =
            Path.of("..").toAbsolutePath().normalize().resolve("scenarios");

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(SCENARIOS)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noPolicyBeatsTheBoundAndNoRequestItsFloor(Path file) {
        PolicySet policies = PolicySet.shipped();
        Scenario scenario = new ScenarioReader(KnownPolicies.of(policies))
                .read(
                        file,
                        List.of(ScenarioOverride.parse("run.warmup=5 s"), ScenarioOverride.parse("run.duration=12 s")));
        Simulation simulation = new Simulation(scenario, new TraceFiles(SCENARIOS), Randomness.COMMON, policies);
        Demand demand = simulation.demand("", 0);
        Map<String, RequestDemand> known = new HashMap<>();
        demand.requests()
                .forEach(one -> known.put(scenario.apps().get(one.app()).id() + one.sequence(), one));
        ReplicationBounds bounds = ReplicationBounds.of(scenario, demand);

        for (String id : List.of("nearest", "random", "latency-greedy", "session-affinity")) {
            RoutingPolicyType type = ShippedPolicies.find(id).orElseThrow();
            RunResult result = simulation.run(
                    new PolicySpec(id, id, Map.of()),
                    type,
                    0,
                    RunOptions.DEFAULT,
                    request -> requireFloor(known, request));
            BoundsPropertyTest.requireNotBetter(bounds, result);
        }
    }

    private static void requireFloor(Map<String, RequestDemand> known, RequestRecord request) {
        if (request.measured() && request.outcome() == Outcome.COMPLETED) {
            RequestDemand demand = Objects.requireNonNull(
                    known.get(request.app() + request.sequence()), "it is not among those asked for");
            assertThat(request.firstTokenNanos() - request.arrivalNanos())
                    .as("time to first token of %s", request)
                    .isGreaterThanOrEqualTo(demand.ttftNanos());
            assertThat(request.endNanos() - request.arrivalNanos())
                    .as("time of %s", request)
                    .isGreaterThanOrEqualTo(demand.endNanos());
        }
    }
}
