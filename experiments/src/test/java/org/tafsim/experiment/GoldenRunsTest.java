package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.Scenario;
import org.tafsim.model.Tier;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ResolvedScenarioWriter;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.scenario.trace.TraceFiles;
import org.tafsim.serving.StepMode;

/**
 * The shipped scenarios give the numbers they gave before, to the byte; and these numbers obey laws that hold for any run,
 * since a wrong number stays wrong when it is repeated. Run with {@code -Dtafsim.golden=write} to accept new numbers.
 */
class GoldenRunsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** A scenario as the test runs it. */
    record Golden(String name, List<String> overrides) {

        Path file() {
            return ROOT.resolve("scenarios").resolve(name + ".yaml");
        }

        Path summary() {
            return ROOT.resolve("results/golden").resolve(name + ".summary.csv");
        }

        Scenario scenario() {
            return new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
                    .read(
                            file(),
                            overrides.stream().map(ScenarioOverride::parse).toList());
        }

        List<RunResult> simulate(StepMode steps, KernelKind kernel) throws InterruptedException {
            Scenario scenario = scenario();
            Simulation simulation = new Simulation(
                    scenario, new TraceFiles(ROOT.resolve("scenarios")), Randomness.COMMON, PolicySet.shipped());
            RunTask task = (policy, replication, sink) -> simulation.run(
                    policy,
                    ShippedPolicies.find(policy.type()).orElseThrow(),
                    replication,
                    new RunOptions(kernel, steps, true),
                    sink);
            return new ReplicationRunner(2, Progress.NONE)
                    .run(scenario.policies(), scenario.run().replications(), task, RequestLog.NONE);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> runs() throws IOException {
        return Files.readAllLines(ROOT.resolve("results/golden/runs.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(GoldenRunsTest::golden);
    }

    private static Golden golden(String line) {
        String[] parts = line.split(": ", 2);
        return new Golden(parts[0], parts.length == 1 ? List.of() : List.of(parts[1].split("; ", -1)));
    }

    /** Every scenario that is shipped has results to compare with. */
    @Test
    void allShippedScenariosAreAmongTheRuns() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("scenarios"))) {
            assertThat(runs().map(Golden::file).sorted())
                    .containsExactlyElementsOf(
                            files.filter(file -> file.toString().endsWith(".yaml"))
                                    .sorted()
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void shippedScenariosGiveTheNumbersTheyGaveBefore(Golden golden, @TempDir Path folder) throws Exception {
        byte[] summary = summary(golden, golden.simulate(StepMode.CLOSED_FORM, KernelKind.CALENDAR), folder);

        if ("write".equals(System.getProperty("tafsim.golden"))) {
            Files.write(golden.summary(), summary);
        }
        assertThat(new String(summary, StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden.summary()));
    }

    /** Iterations and preemptions are among the numbers; overloaded-edge preempts. */
    @ParameterizedTest
    @MethodSource("runs")
    void stepByStepServingOnSsjsKernelGivesTheSameNumbers(Golden golden, @TempDir Path folder) throws Exception {
        byte[] summary = summary(golden, golden.simulate(StepMode.EXACT_STEPS, KernelKind.SSJ), folder);

        assertThat(new String(summary, StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden.summary()));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theNumbersObeyTheLaws(Golden golden) throws Exception {
        Scenario scenario = golden.scenario();

        for (RunResult result : golden.simulate(StepMode.CLOSED_FORM, KernelKind.HEAP)) {
            Numbers numbers = new Numbers(result);
            everyRequestHasOneOutcome(numbers);
            theAppsAddUpToAll(numbers, scenario);
            theTimesAddUp(numbers);
            stagesAndRulesCountTheSameViolations(numbers);
            tiersShareTheRequests(numbers);
            energyAddsUp(numbers);
            assertThat(numbers.of("all", "goodput"))
                    .isCloseTo(
                            numbers.of("all", "slo_attainment")
                                    * numbers.of("all", "requests")
                                    / (scenario.run().durationNanos() / 1e9),
                            within(1e-9));
        }
    }

    private static void everyRequestHasOneOutcome(Numbers numbers) {
        double ended = Arrays.stream(Outcome.values())
                .filter(outcome -> numbers.has("all", outcome.word()))
                .mapToDouble(outcome -> numbers.of("all", outcome.word()))
                .sum();
        assertThat(ended).isEqualTo(numbers.of("all", "requests")).isPositive();
    }

    private static void theAppsAddUpToAll(Numbers numbers, Scenario scenario) {
        for (String metric : List.of("requests", "completed", "prompt_tokens", "output_tokens")) {
            double sum = scenario.apps().stream()
                    .mapToDouble(app -> numbers.of("app:" + app.id(), metric))
                    .sum();
            assertThat(sum).as(metric).isEqualTo(numbers.of("all", metric));
        }
    }

    private static void theTimesAddUp(Numbers numbers) {
        double sum =
                numbers.of("all", "network_mean") + numbers.of("all", "queue_mean") + numbers.of("all", "compute_mean");
        assertThat(sum).isCloseTo(numbers.of("all", "e2e_mean"), within(1e-6));
        assertThat(numbers.of("all", "ttft_p50")).isLessThanOrEqualTo(numbers.of("all", "ttft_p95"));
        assertThat(numbers.of("all", "ttft_p95")).isLessThanOrEqualTo(numbers.of("all", "ttft_p99"));
        assertThat(numbers.of("all", "ttft_mean")).isLessThanOrEqualTo(numbers.of("all", "e2e_mean"));
    }

    private static void stagesAndRulesCountTheSameViolations(Numbers numbers) {
        double all = numbers.of("all", "violations");
        assertThat(numbers.sum("stage:", "violations")).isEqualTo(all);
        assertThat(numbers.sum("rule:", "violations")).isEqualTo(2 * all); // by rule, and by rule and stage
    }

    private static void tiersShareTheRequests(Numbers numbers) {
        assertThat(numbers.sum("tier:", "requests_served")).isCloseTo(1, within(1e-9));
        for (Tier tier : Tier.values()) {
            if (numbers.has("tier:" + tier.word(), "utilization")) {
                assertThat(numbers.of("tier:" + tier.word(), "utilization")).isBetween(0.0, 1.0);
                assertThat(numbers.of("tier:" + tier.word(), "kv_used_mean")).isBetween(0.0, 1.0);
            }
        }
    }

    private static void energyAddsUp(Numbers numbers) {
        for (String metric : List.of("energy_kwh", "carbon_g", "cost_eur")) {
            String busy = metric.replaceFirst("_", "_busy_");
            assertThat(numbers.sum("tier:", metric)).isCloseTo(numbers.of("all", metric), within(1e-9));
            assertThat(numbers.sum("tier:", busy)).isCloseTo(numbers.of("all", busy), within(1e-9));
            assertThat(numbers.of("all", busy)).isPositive().isLessThanOrEqualTo(numbers.of("all", metric));
        }
        assertThat(numbers.of("all", "cost_eur_per_1k") * numbers.of("all", "completed"))
                .isCloseTo(1000 * numbers.of("all", "cost_eur"), within(1e-9));
    }

    private static byte[] summary(Golden golden, List<RunResult> results, Path folder) throws IOException {
        Scenario scenario = golden.scenario();
        String resolved = ResolvedScenarioWriter.yaml(scenario);
        RunId id = RunId.of(golden.name(), resolved, "golden");
        RunInfo info = RunInfo.of(scenario, id, "golden", Map.of());
        try (RunDraft draft = RunFolder.at(folder.resolve("run")).begin(info, Host.ofThisProcess())) {
            new ResultFiles(draft).write(resolved, results, SummaryTable.of(results));
            return Files.readAllBytes(draft.publish().resolve("summary.csv"));
        }
    }

    /** Metrics of one run. */
    private record Numbers(RunResult result) {

        double of(String scope, String metric) {
            return result.metrics().stream()
                    .filter(m -> m.scope().equals(scope) && m.name().equals(metric))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(scope + " has no " + metric))
                    .value();
        }

        boolean has(String scope, String metric) {
            return result.metrics().stream()
                    .anyMatch(m -> m.scope().equals(scope) && m.name().equals(metric));
        }

        double sum(String scopePrefix, String metric) {
            return result.metrics().stream()
                    .filter(m -> m.scope().startsWith(scopePrefix) && m.name().equals(metric))
                    .mapToDouble(m -> m.value())
                    .sum();
        }
    }
}
