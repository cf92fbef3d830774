package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RequestRecord;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.Stage;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.scenario.trace.TraceFiles;
import org.tafsim.serving.StepMode;

/** sites.csv, flows-over-time.csv and sample.csv of a run with many sites and countries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaceFilesTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");

    private final Scenario scenario = new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
            .read(
                    SCENARIOS.resolve("edge-vs-cloud.yaml"),
                    List.of("run.replications=2", "run.warmup=5 s", "run.duration=20 s", "run.series=100 ms").stream()
                            .map(ScenarioOverride::parse)
                            .toList());
    private final Simulation simulation =
            new Simulation(scenario, new TraceFiles(SCENARIOS), Randomness.COMMON, PolicySet.shipped());
    private final Map<String, List<RequestRecord>> requests = new TreeMap<>();
    private Ran ran = new Ran(List.of(), "", "", "");

    /** A run and its files. */
    private record Ran(List<RunResult> results, String sites, String flows, String sample) {}

    @BeforeAll
    void run() throws Exception {
        ran = run(RunOptions.DEFAULT, 1, (index, policy, replication) -> keep(policy, replication));
    }

    private Ran run(RunOptions options, int threads, RequestLog further) throws Exception {
        RunTask task = new SimulationTask(simulation, PolicySet.shipped(), options);
        SampleCsv sample = new SampleCsv(further, scenario.hasSessions());
        List<RunResult> results = new ReplicationRunner(threads, Progress.NONE)
                .run(scenario.policies(), scenario.run().replications(), task, sample);
        return new Ran(results, SitesCsv.text(results), FlowsOverTimeCsv.text(results), sample.text());
    }

    private RequestLog.Part keep(PolicySpec policy, int replication) {
        List<RequestRecord> kept = new ArrayList<>();
        if (replication == 0) {
            requests.put(policy.label(), kept);
        }
        return new RequestLog.Part() {
            @Override
            public void record(RequestRecord request) {
                kept.add(request);
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void threadsKernelAndStepsChangeNoByte() throws Exception {
        RunOptions slow = new RunOptions(KernelKind.HEAP, StepMode.EXACT_STEPS, false);

        Ran again = run(slow, 3, RequestLog.NONE);

        assertThat(again.sites()).isEqualTo(ran.sites());
        assertThat(again.flows()).isEqualTo(ran.flows());
        assertThat(again.sample()).isEqualTo(ran.sample());
    }

    @Test
    void everySiteIsThereInEachOfAtMost120Intervals() {
        List<NamedCsvRecord> lines = lines(ran.sites());

        Set<String> times = lines.stream().map(line -> line.getField("t_s")).collect(Collectors.toSet());
        assertThat(times).hasSize(84).contains("5.000000000", "25.000000000"); // 0.3 s each, of 25 s
        assertThat(lines)
                .hasSize(84 * scenario.sites().size() * scenario.policies().size());
        assertThat(lines).allSatisfy(line -> {
            assertThat(number(line, "utilization_fraction")).isBetween(0.0, 1.0);
            assertThat(number(line, "waiting")).isBetween(0.0, number(line, "in_flight"));
        });
    }

    @Test
    void violationsAddUpToThoseOfTheSummary() {
        Map<String, Double> sums = sums(lines(ran.sites()), line -> line.getField("policy"), "violations");

        for (SummaryRow row : SummaryTable.of(ran.results()).rows()) {
            if (row.scope().equals("all") && row.metric().equals("violations")) {
                assertThat(sums.get(row.policy())).isCloseTo(row.interval().mean(), within(1e-9));
            }
        }
        assertThat(sums).hasSize(scenario.policies().size());
        assertThat(sums.values()).anyMatch(sum -> sum > 0);
    }

    @Test
    void flowsAddUpToThoseInTransit() {
        Map<String, Double> carried = new TreeMap<>();
        for (RunResult result : ran.results()) {
            result.flows().stream()
                    .filter(flow -> flow.stage() == Stage.S3_TRANSIT)
                    .forEach(flow -> carried.merge(
                            "%s,%s,%s,%s"
                                    .formatted(result.policy(), flow.fromCountry(), flow.toCountry(), flow.isOutside()),
                            flow.bytes() / 1e9 / scenario.run().replications(),
                            Double::sum));
        }

        Map<String, Double> flows = sums(
                lines(ran.flows()),
                line -> "%s,%s,%s,%s"
                        .formatted(
                                line.getField("policy"),
                                line.getField("from_country"),
                                line.getField("to_country"),
                                line.getField("outside")),
                "gb");
        assertThat(flows).containsOnlyKeys(carried.keySet());
        carried.forEach((pair, gb) -> assertThat(flows.get(pair)).as(pair).isCloseTo(gb, within(84 * 5e-10)));
    }

    @Test
    void theSampleHasTheSameRequestsUnderEveryPolicyAndTheSlowest() {
        List<NamedCsvRecord> lines = lines(ran.sample());
        Map<String, Set<String>> byPolicy = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.getField("policy"),
                        TreeMap::new,
                        Collectors.mapping(
                                line -> line.getField("app") + "/" + line.getField("sequence"), Collectors.toSet())));

        assertThat(byPolicy).hasSize(scenario.policies().size());
        Set<String> common =
                new java.util.TreeSet<>(byPolicy.values().iterator().next());
        byPolicy.values().forEach(common::retainAll);
        assertThat(common).hasSizeBetween(100, 110);
        byPolicy.forEach((policy, chosen) -> {
            assertThat(chosen).hasSizeBetween(100, 120);
            List<String> slowest = requests.getOrDefault(policy, List.of()).stream()
                    .filter(request -> request.measured() && request.outcome() == Outcome.COMPLETED)
                    .sorted(Comparator.comparingLong(request -> request.arrivalNanos() - request.endNanos()))
                    .limit(10)
                    .map(request -> request.app() + "/" + request.sequence())
                    .toList();
            assertThat(chosen).containsAll(slowest);
        });
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.getField("replication")).isEqualTo("0");
            assertThat(line.getField("measured")).isEqualTo("true");
        });
        assertThat(ran.sample()).startsWith(String.join(",", RequestCsv.HEADER) + "\n");
    }

    @Test
    void theSampleDoesNotDependOnTheOrderOfEndsAndLeavesOutTheWarmUp() {
        RequestSample forth = new RequestSample();
        RequestSample back = new RequestSample();
        for (int i = 0; i < 5000; i++) {
            forth.record(request(i));
            back.record(request(4999 - i));
        }

        assertThat(back.requests()).isEqualTo(forth.requests()).hasSizeBetween(100, 120);
        assertThat(forth.requests())
                .allMatch(RequestRecord::measured)
                .doesNotHaveDuplicates()
                .contains(request(4999))
                .filteredOn(request -> request.outcome() == Outcome.EXPIRED)
                .hasSizeBetween(10, 30);
    }

    private static RequestRecord request(int i) {
        Outcome outcome = i % 10 == 0 ? Outcome.EXPIRED : Outcome.COMPLETED;
        return new RequestRecord(i, "chat", "munich", "edge#0", outcome, i >= 1000, 1, 1, i, i, i, i, 3L * i, 0);
    }

    @Test
    void withoutRunsThereAreHeadingsAlone() {
        assertThat(SitesCsv.text(List.of())).hasLineCount(1);
        assertThat(FlowsOverTimeCsv.text(List.of())).hasLineCount(1);
        assertThat(new SampleCsv(RequestLog.NONE, true).text()).hasLineCount(1).endsWith(",session,session_request\n");
    }

    private static Map<String, Double> sums(
            List<NamedCsvRecord> lines, Function<NamedCsvRecord, String> key, String column) {
        Map<String, Double> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(key.apply(line), number(line, column), Double::sum));
        return sums;
    }

    private static double number(NamedCsvRecord line, String column) {
        return Double.parseDouble(line.getField(column));
    }

    private static List<NamedCsvRecord> lines(String text) {
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }
}
