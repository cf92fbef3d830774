package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RequestSink;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.Simulation;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.scenario.trace.TraceFiles;
import org.tafsim.serving.StepMode;

/** Every shipped policy in a whole run, with audited rules, tariffs, telemetry that is old, and outcomes. */
class ShippedPolicyRunsTest {

    private static final Path SCENARIOS =
            Path.of("..").toAbsolutePath().normalize().resolve("scenarios");

    /** All sites of the scenario are regional. */
    private static final List<String> NOWHERE = List.of("cloud-only", "edge-only");

    static Stream<RoutingPolicyType> types() {
        return ShippedPolicies.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSameSeedGivesTheSameRun(RoutingPolicyType type) {
        List<Metric> first = metrics(type);

        assertThat(first).isEqualTo(metrics(type));
        assertThat(value(first, "requests")).isGreaterThan(10);
        if (!NOWHERE.contains(type.id())) {
            assertThat(value(first, "completed")).isGreaterThan(0.5 * value(first, "requests"));
        }
    }

    private static double value(List<Metric> metrics, String name) {
        return metrics.stream()
                .filter(metric -> metric.scope().equals("all") && metric.name().equals(name))
                .mapToDouble(Metric::value)
                .findFirst()
                .orElseThrow();
    }

    private static List<Metric> metrics(RoutingPolicyType type) {
        Scenario scenario = new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
                .read(
                        SCENARIOS.resolve("green-or-sovereign.yaml"),
                        List.of(
                                ScenarioOverride.parse("run.warmup=10 s"),
                                ScenarioOverride.parse("run.duration=20 s"),
                                ScenarioOverride.parse("run.telemetry=1 s")));
        return new Simulation(scenario, new TraceFiles(SCENARIOS))
                .run(
                        new PolicySpec(type.id(), type.id(), Map.of()),
                        type,
                        0,
                        new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, true),
                        RequestSink.NONE)
                .metrics();
    }
}
