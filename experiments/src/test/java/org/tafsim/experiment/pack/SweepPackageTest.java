package org.tafsim.experiment.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.experiment.Environment;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.sweep.Collector;
import org.tafsim.experiment.sweep.ExperimentSource;
import org.tafsim.experiment.sweep.LocalSweep;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.SweepPlan;
import org.tafsim.plugins.recorded.ReplayedRouting;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.trace.TraceFiles;

class SweepPackageTest {

    private static final Path SCENARIOS =
            Path.of("..", "scenarios").toAbsolutePath().normalize();
    private static final String SWEEP = "data/sweep/";
    private static final Instant NOW = Instant.parse("2026-06-03T10:15:30.500Z");

    @TempDir
    private static Path folder = Path.of("");

    private static Path zip = Path.of("");

    @BeforeAll
    static void runAndPack() throws Exception {
        zip = SmallRun.pack(
                sweep("common", "replications: 3\nbaseline: {'apps[id=chat].arrivals.rate': 1 /s}"),
                folder.resolve("sweep.zip"));
    }

    @Test
    void aSweepIsPackedVerifiedAndRunAgain() throws Exception {
        CheckReport report = PackageCheck.check(zip);
        RerunReport again = rerun(zip, OptionalInt.empty());

        assertThat(report.findings()).isEmpty();
        assertThat(Repacked.of(zip).text(SWEEP + "baseline.csv"))
                .startsWith("point,")
                .contains("\n1,2 /s,0,");
        assertThat(report.steps().get(3).detail()).isEqualTo("6 tasks at 2 points");
        assertThat(again.verdict().orElseThrow().kind()).isEqualTo(Verdict.Kind.IDENTICAL);
        assertThat(again.ran()).isEqualTo("6 of 6 tasks");
        assertThat(Repacked.of(zip).text("ro-crate-metadata.json"))
                .contains("\"endTime\" : \"2026-06-03T10:15:30.500+00:00\"")
                .doesNotContain("startTime");
    }

    @Test
    void aSampleIsSpreadEvenly() throws Exception {
        RerunReport again = rerun(zip, OptionalInt.of(4));

        assertThat(again.ran()).isEqualTo("4 of 6 tasks");
        assertThat(again.verdict().orElseThrow().kind()).isEqualTo(Verdict.Kind.IDENTICAL);
    }

    @Test
    void randomNumbersHangTogetherAsTheyDidInTheSweep() throws Exception {
        for (String randomness : List.of("independent", "antithetic")) {
            Path other = SmallRun.pack(
                    sweep(randomness, "replications: 2\nrandomness: " + randomness),
                    folder.resolve(randomness + ".zip"));

            assertThat(rerun(other, OptionalInt.empty()).verdict().orElseThrow().kind())
                    .as(randomness)
                    .isEqualTo(Verdict.Kind.IDENTICAL);
        }
    }

    static Stream<Arguments> corruptions() {
        return Stream.of(
                planted(
                        "a task's metric polished",
                        pack -> pack.edit(SWEEP + "tasks/1-2/metrics.csv", text -> text.replaceFirst("0x1", "0x2")),
                        "data/sweep/tasks/1-2/metrics.csv: was changed after the task"),
                planted(
                        "a point's scenario edited",
                        pack -> pack.edit(
                                SWEEP + "points/1/scenario.resolved.yaml",
                                text -> text.replace("rate: 2 /s", "rate: 1 /s")),
                        "data/sweep/tasks/1-0/metrics.csv: the id "),
                planted(
                        "a task removed",
                        pack -> pack.remove(SWEEP + "tasks/0-1/metrics.csv"),
                        "data/sweep/tasks/0-1: is missing: the sweep is not complete"),
                planted(
                        "a mean polished",
                        pack -> pack.edit(
                                SWEEP + "summary.csv",
                                text -> text.replaceFirst("(nearest,all,ttft_p95,ms,)\\d+", "$11")),
                        "data/sweep/summary.csv: does not follow from tasks/: line "),
                planted(
                        "another version",
                        pack -> pack.edit(SWEEP + "sweep.json", text -> text.replace("\"0.1.0\"", "\"0.2.0\"")),
                        "data/sweep/environment.json: says tafsim '0.1.0', sweep.json says '0.2.0'"),
                planted(
                        "a run beside the sweep",
                        pack -> pack.put("data/run/run.json", "{}"),
                        "data/: holds neither a run nor a sweep, or both"));
    }

    private static Arguments planted(String name, UnaryOperator<Repacked> change, String finding) {
        return Arguments.of(name, change, finding);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corruptions")
    void everyPlantedCorruptionIsNamed(String name, UnaryOperator<Repacked> change, String finding) throws IOException {
        Path corrupt = change.apply(Repacked.of(zip)).reseal().writeTo(folder.resolve("corrupt.zip"));

        assertThat(PackageCheck.check(corrupt).findings().stream().map(Finding::toString))
                .as(name)
                .anyMatch(found -> found.contains(finding));
    }

    @Test
    void aSweepThatIsNotCompleteIsNotPacked() throws Exception {
        Path sweep = sweep("incomplete", "replications: 2");
        Files.delete(sweep.resolve("tasks/1-1/metrics.csv"));

        assertThatThrownBy(() -> SmallRun.pack(sweep, folder.resolve("incomplete.zip")))
                .hasMessageContaining("data/sweep/tasks/1-1: is missing: the sweep is not complete");
        Files.delete(sweep.resolve("summary.csv"));
        assertThatThrownBy(() -> SmallRun.pack(sweep, folder.resolve("incomplete.zip")))
                .hasMessageContaining("has no summary.csv. Maybe run: tafsim sweep resume");
    }

    @Test
    void aSweepOfATraceIsRefusedWithAReason() throws Exception {
        Path sweep = sweep("trace", "replications: 2");
        Path point = sweep.resolve("points/0/scenario.resolved.yaml");
        Files.writeString(
                point,
                Files.readString(point)
                        .replaceFirst(
                                "arrivals: \\{type: poisson, rate: 1 /s}", "arrivals: {type: trace, path: a.csv}"));

        assertThatThrownBy(() -> SmallRun.pack(sweep, folder.resolve("trace.zip")))
                .hasMessageContaining("replays a trace: such sweeps cannot be packed yet");
    }

    @Test
    void collectingTheSameAgainChangesNothing() throws Exception {
        SweepFolder sweep = open("twice", "replications: 2");
        complete(sweep);
        SweepProvenance.write(sweep, Environment.ofThisProcess(SmallRun.BUILD), NOW.plusSeconds(60));

        assertThat(sweep.path().resolve("collected.json")).content().contains("2026-06-03T10:15:30.500Z");
    }

    @Test
    void noFolderIsWrittenForASweep() {
        RerunOptions options =
                new RerunOptions(OptionalInt.empty(), Optional.empty(), Optional.of(folder.resolve("out")));

        assertThatThrownBy(
                        () -> new PackageRerun(SmallRun.ENGINE, PolicySet.shipped(), SmallRun.BUILD, 1, Progress.NONE)
                                .run(zip, options))
                .hasMessage("A sweep is compared, not written. Leave out --out.");
    }

    private static RerunReport rerun(Path zip, OptionalInt sample) throws IOException, InterruptedException {
        return new PackageRerun(SmallRun.ENGINE, PolicySet.shipped(), SmallRun.BUILD, 2, Progress.NONE)
                .run(zip, new RerunOptions(sample, Optional.empty(), Optional.empty()));
    }

    private static Path sweep(String name, String more) throws Exception {
        SweepFolder sweep = open(name, more);
        complete(sweep);
        return sweep.path();
    }

    private static void complete(SweepFolder sweep) throws Exception {
        new LocalSweep(
                        sweep,
                        point -> SmallRun.ENGINE.task(
                                point.scenario(),
                                new TraceFiles(SCENARIOS),
                                sweep.plan().experiment().randomness(),
                                ReplayedRouting.Files.NONE),
                        2,
                        Progress.NONE)
                .run(List.of(0, 1));
        new Collector(sweep).collect();
        SweepProvenance.write(sweep, Environment.ofThisProcess(SmallRun.BUILD), NOW);
    }

    private static SweepFolder open(String name, String more) throws IOException {
        String text = """
                apiVersion: tafsim/v1
                kind: Experiment
                base: hello.yaml
                set: {run.duration: 10 s, run.warmup: 2 s}
                sweep: [{grid: {'apps[id=chat].arrivals.rate': [1 /s, 2 /s]}}]
                %s
                """.formatted(more);
        ExperimentSource source = new ExperimentSource("test.yaml", text, SCENARIOS);
        SweepPlan plan = SweepPlan.of(source.read(false), PolicySet.shipped(), SmallRun.BUILD.version());
        return SweepFolder.open(folder.resolve(name), plan, source);
    }
}
