package org.tafsim.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.PointDifference;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.RunTask;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.ScenarioException;

/** Tasks that answer at once, with numbers made of point, policy and replication. */
class SweepTest {

    private static final Path SCENARIOS =
            Path.of("..", "scenarios").toAbsolutePath().normalize();
    private static final String RATES = "sweep: [{grid: {'apps[id=chat].arrivals.rate': [1 /s, 2 /s, 4 /s]}}]\n";

    private final Path folder;

    SweepTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void threadsAndInterruptionsChangeNoByte() throws Exception {
        collect(open("one", RATES), 1);
        SweepFolder other = open("two", RATES);
        new LocalSweep(other, SweepTest::answer, 2, Progress.NONE).run(List.of(2)); // as if killed after that
        collect(open("two", RATES), 2);

        for (String file : List.of("summary.csv", "differences.csv", "best.csv", "points.csv", "sweep.json")) {
            assertThat(folder.resolve("two").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
        assertThat(Files.readString(folder.resolve("one/summary.csv")))
                .startsWith("point,apps[id=chat].arrivals.rate,policy,scope,metric,unit,mean,half_width,n\n"
                        + "0,1 /s,nearest,all,ttft_p95,ms,");
    }

    @Test
    void finishedTasksAreNotRunAgain() throws Exception {
        SweepFolder sweep = open("sweep", RATES);
        collect(sweep, 2);
        AtomicInteger runs = new AtomicInteger();

        new LocalSweep(
                        sweep,
                        point -> (policy, replication, sink) -> {
                            runs.incrementAndGet();
                            return answer(point).run(policy, replication, sink);
                        },
                        2,
                        Progress.NONE)
                .run(List.of(0, 1, 2));

        assertThat(runs).hasValue(0);
    }

    @Test
    void aTaskThatCrashesIsTriedAgainThenReportedAndTheOthersGoOn() throws Exception {
        SweepFolder sweep = open("sweep", RATES + "execution: {retries: 2}\n");
        AtomicInteger attempts = new AtomicInteger();

        SortedMap<TaskKey, Throwable> failed = new LocalSweep(
                        sweep,
                        point -> (policy, replication, sink) -> {
                            if (point.point().number() == 1 && replication == 1) {
                                attempts.incrementAndGet();
                                throw new IllegalStateException("the cable is out");
                            }
                            return answer(point).run(policy, replication, sink);
                        },
                        2,
                        Progress.NONE)
                .run(List.of(0, 1, 2));

        assertThat(failed.keySet()).containsExactly(new TaskKey(1, 1));
        assertThat(attempts).hasValue(3);
        assertThat(sweep.finished()).hasSize(8);
        assertThat(folder.resolve("sweep/failed/1-1.txt")).content().contains("3 attempts", "the cable is out");
        collect(sweep, 1);
        assertThat(folder.resolve("sweep/failed/1-1.txt")).doesNotExist();
    }

    @Test
    void anotherExperimentDoesNotTouchTheFolder() throws Exception {
        collect(open("sweep", RATES), 2);
        byte[] before = Files.readAllBytes(folder.resolve("sweep/summary.csv"));

        assertThatThrownBy(() -> open("sweep", RATES.replace("4 /s", "8 /s")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds the sweep test-");
        assertThat(Files.readAllBytes(folder.resolve("sweep/summary.csv"))).isEqualTo(before);
    }

    @Test
    void aFolderOfAnotherFormatOrOfSomethingElseIsRefused() throws Exception {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/thesis.tex"), "years of work");
        assertThatThrownBy(() -> open("mine", RATES)).hasMessageContaining("holds something that no sweep wrote");

        open("old", RATES);
        Path about = folder.resolve("old/sweep.json");
        Files.writeString(about, Files.readString(about).replace("\"format\" : 1", "\"format\" : 0"));
        assertThatThrownBy(() -> open("old", RATES)).hasMessageContaining("another version of tafsim");
    }

    @Test
    void aDamagedTaskIsNamed() throws Exception {
        SweepFolder sweep = open("sweep", RATES);
        collect(sweep, 2);
        Path metrics = folder.resolve("sweep/tasks/1-0/metrics.csv");
        Files.writeString(metrics, Files.readString(metrics).replace("0x1.", "0x2."));

        assertThatThrownBy(() -> new Collector(sweep).collect())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("1-0");
    }

    @Test
    void replicationsStopWhenTheIntervalIsNarrowEnough() throws Exception {
        SweepFolder sweep = open(
                "sweep",
                RATES.replace("[1 /s, 2 /s, 4 /s]", "[1 /s]")
                        + "replications: {count: 4, max: 200, stopWhen: {metric: ttft_p95, relHalfWidth: 0.05}}\n");

        List<PointSummary> points = collect(sweep, 2);

        int replications = points.get(0).replications();
        assertThat(replications).isBetween(5, 199);
        double relative = points.get(0).summary().rows().get(0).interval().halfWidth()
                / points.get(0).summary().rows().get(0).interval().mean();
        assertThat(relative).isLessThanOrEqualTo(0.05 / 1.05);
        assertThat(collect(sweep, 1).get(0).replications()).isEqualTo(replications);
    }

    @Test
    void everyPointIsComparedWithTheBaselineUnderTheSamePolicy() throws Exception {
        List<PointSummary> points =
                collect(open("sweep", RATES + "baseline: {'apps[id=chat].arrivals.rate': 2 /s}\n"), 2);

        assertThat(points.get(1).againstBaseline()).isEmpty();
        assertThat(points.get(0).againstBaseline()).allSatisfy(difference -> {
            assertThat(difference.baseline()).isEqualTo(1);
            assertThat(difference.interval().mean()).isEqualTo(-10); // the noise is that of the replication
        });
        assertThat(points.get(2).againstBaseline())
                .extracting(PointDifference::policy)
                .isEqualTo(points.get(2).summary().policies());
        assertThat(Files.readString(folder.resolve("sweep/baseline.csv")))
                .startsWith("point,apps[id=chat].arrivals.rate,baseline,policy,scope,metric,unit,baseline_mean,"
                        + "mean_difference,half_width,n,p_value,adjusted_p_value\n0,1 /s,1,nearest,all,ttft_p95,ms,")
                .contains(",-10.000000,0.000000,3,0.000000,0.000000\n", "\n2,4 /s,1,nearest,all,ttft_p95,ms,");
    }

    @Test
    void namedPointsHaveAColumnAndAnExperimentWithoutABaselineHasNoFileOfIt() throws Exception {
        String list =
                "sweep: [{list: {slow: {'apps[id=chat].arrivals.rate': 1 /s}, fast: {'apps[id=chat].arrivals.rate': 4 /s}}}]\n";
        collect(open("sweep", list + "baseline: slow\n"), 1);
        assertThat(folder.resolve("sweep/baseline.csv")).content().contains("\n1,fast,4 /s,0,nearest,");

        collect(open("sweep", list), 1); // the same tasks, added up anew

        assertThat(folder.resolve("sweep/points.csv"))
                .hasContent("point,name,apps[id=chat].arrivals.rate\n0,slow,1 /s\n1,fast,4 /s\n");
        assertThat(folder.resolve("sweep/baseline.csv")).doesNotExist();
    }

    @Test
    void antitheticPairsCountAsOneObservation() throws Exception {
        List<PointSummary> points = collect(open("sweep", RATES + "replications: 6\nrandomness: antithetic\n"), 2);

        assertThat(points.get(0).summary().rows().get(0).interval().count()).isEqualTo(3);
    }

    @Test
    void unknownPathsAreToldBeforeAnythingRuns() {
        assertThatThrownBy(() -> open("sweep", "sweep: [{grid: {'apps[id=chat].arrivals.rat': [1 /s, 2 /s]}}]"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("Maybe 'rate'?");
        assertThat(folder.resolve("sweep")).doesNotExist();
    }

    @Test
    void aTaskThatTakesTooLongIsGivenUp() throws Exception {
        SweepFolder sweep = open("sweep", RATES + "execution: {retries: 0, timeout: 50 ms}\n");

        SortedMap<TaskKey, Throwable> failed = new LocalSweep(
                        sweep,
                        point -> (policy, replication, sink) -> {
                            while (true) {
                                sink.record(Requests.ANY);
                            }
                        },
                        2,
                        Progress.NONE)
                .run(List.of(0));

        assertThat(failed).hasSize(3);
        assertThat(failed.get(new TaskKey(0, 0))).hasMessageContaining("timeout of 0.05");
    }

    @Test
    void aMorrisSampleTellsWhichParameterMattered() throws Exception {
        SweepFolder sweep = open("morris", """
                sweep:
                  - sample:
                      method: morris
                      points: 6
                      params:
                        "apps[id=chat].arrivals.rate": {uniform: [1 /s, 4 /s]}
                        run.telemetry: {uniform: [0 s, 3 s]}
                """);
        List<Integer> all = IntStream.range(0, sweep.plan().size()).boxed().toList();

        new LocalSweep(sweep, SweepTest::tenPerSecondOfRate, 2, Progress.NONE).run(all);
        new Collector(sweep).collect();

        List<String> lines = Files.readAllLines(folder.resolve("morris/sensitivity.csv"));
        assertThat(lines)
                .startsWith("policy,metric,unit,path,index,estimate,low,high")
                .contains(
                        "nearest,ttft_p95,ms,apps[id=chat].arrivals.rate,mu_star,30.000000,30.000000,30.000000",
                        "nearest,ttft_p95,ms,apps[id=chat].arrivals.rate,sigma,0.000000,0.000000,0.000000",
                        "nearest,ttft_p95,ms,run.telemetry,mu_star,0.000000,0.000000,0.000000");
    }

    /** 10 ms for each request a second: 30 ms over the range of the test. */
    private static RunTask tenPerSecondOfRate(PlannedPoint point) {
        String rate = point.point().find("apps[id=chat].arrivals.rate").orElseThrow();
        double value = 10 * Double.parseDouble(rate.substring(0, rate.indexOf(' ')));
        return (policy, replication, sink) -> new RunResult(
                policy.label(),
                replication,
                List.of(new Metric("all", "ttft_p95", "ms", value)),
                List.of(),
                List.of(),
                1);
    }

    @Test
    void aSensitivitySampleIsAloneInItsSweepAndWellFormed() {
        String sample = "sample: {method: %s, points: %d, params: {run.telemetry: {uniform: [0 s, 3 s]}}}";

        assertThatThrownBy(() ->
                        open("a", "sweep: [{%s}, {list: [{run.seed: 1}]}]\n".formatted(sample.formatted("morris", 4))))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("only part of its sweep");
        assertThatThrownBy(() -> open("b", "sweep: [{%s}]\n".formatted(sample.formatted("saltelli", 6))))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("power of two");
    }

    private SweepFolder open(String name, String rest) throws IOException {
        String text = "apiVersion: tafsim/v1\nkind: Experiment\nname: test\nbase: hello.yaml\n"
                + (rest.contains("replications:") ? "" : "replications: 3\n") + rest;
        ExperimentSource source = new ExperimentSource("test.yaml", text, SCENARIOS);
        SweepPlan plan = SweepPlan.of(source.read(false), PolicySet.shipped(), "test");
        return SweepFolder.open(folder.resolve(name), plan, source);
    }

    private static List<PointSummary> collect(SweepFolder sweep, int threads) throws Exception {
        List<Integer> points = IntStream.range(0, sweep.plan().size()).boxed().toList();
        assertThat(new LocalSweep(sweep, SweepTest::answer, threads, Progress.NONE).run(points))
                .isEmpty();
        return new Collector(sweep).collect();
    }

    private static RunTask answer(PlannedPoint point) {
        return (policy, replication, sink) -> {
            double noise = Math.floorMod(replication * 7919 + policy.label().length(), 11);
            double value = 20 + 10 * point.point().number() + noise;
            return new RunResult(
                    policy.label(),
                    replication,
                    List.of(new Metric("all", "ttft_p95", "ms", value)),
                    List.of(),
                    List.of(),
                    1);
        };
    }
}
