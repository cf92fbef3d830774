package org.tafsim.experiment.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Build;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.RunTask;
import org.tafsim.policies.PolicySet;

class PackageRerunTest {

    private static final RerunOptions ALL = new RerunOptions(OptionalInt.empty(), Optional.empty(), Optional.empty());

    @TempDir
    private static Path folder = Path.of("");

    private static Path run = Path.of("");
    private static Path hello = Path.of("");
    private static Path replay = Path.of("");

    @BeforeAll
    static void pack() throws Exception {
        run = SmallRun.hello(folder.resolve("run"));
        hello = SmallRun.pack(run, folder.resolve("hello.zip"));
        replay = SmallRun.pack(SmallRun.replay(folder.resolve("replay")), folder.resolve("replay.zip"));
    }

    @Test
    void theSameSimulatorGivesIdenticalResults() throws Exception {
        RerunReport report = rerun(hello, SmallRun.ENGINE, ALL);

        assertThat(report.verdict().orElseThrow().kind()).isEqualTo(Verdict.Kind.IDENTICAL);
        assertThat(report.ran()).isEqualTo("3 of 3 replications, under 2 policies");
        assertThat(report.versionNote()).isEmpty();
    }

    @Test
    void aSampleOfReplicationsIsComparedByItself() throws Exception {
        RerunReport one =
                rerun(hello, SmallRun.ENGINE, new RerunOptions(OptionalInt.of(1), Optional.empty(), Optional.empty()));

        assertThat(one.verdict().orElseThrow().kind()).isEqualTo(Verdict.Kind.IDENTICAL);
        assertThat(one.ran()).isEqualTo("1 of 3 replications, under 2 policies");
    }

    @Test
    void tracesOfThePackageAreReplayed() throws Exception {
        assertThat(rerun(replay, SmallRun.ENGINE, ALL).verdict().orElseThrow().kind())
                .isEqualTo(Verdict.Kind.IDENTICAL);
    }

    @Test
    void tracesThatThePackageLeavesOutAreTakenFromAFolderIfTheyAreTheRightOnes() throws Exception {
        Path copy = Files.createDirectory(folder.resolve("moved"));
        copyTo(folder.resolve("replay"), copy);
        Files.delete(copy.resolve(".origin.json"));
        Path zip = SmallRun.pack(copy, folder.resolve("without.zip"));
        Path wrong = Files.createDirectory(folder.resolve("wrong"));
        Files.writeString(
                wrong.resolve("example.csv"), "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46,1,1\n");

        assertThatThrownBy(() -> rerun(zip, SmallRun.ENGINE, ALL))
                .hasMessageContaining("Name the folder that has them with --inputs");
        assertThat(rerun(zip, SmallRun.ENGINE, inputs(Path.of("..", "scenarios", "traces")))
                        .verdict()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Verdict.Kind.IDENTICAL);
        RerunReport refused = rerun(zip, SmallRun.ENGINE, inputs(wrong));
        assertThat(refused.verdict()).isEmpty();
        assertThat(refused.check().findings().toString()).contains("is another file: its SHA-256 is");
    }

    @Test
    void roundingIsStatisticallyEqual() throws Exception {
        RerunReport report = rerun(hello, bent(value -> value * (1 + 1e-13)), ALL);

        assertThat(report.verdict().orElseThrow().kind()).isEqualTo(Verdict.Kind.EQUAL);
        assertThat(report.verdict().orElseThrow().text()).contains("adjusted by Holm: smallest p = 1.0000");
    }

    @Test
    void otherNumbersAreDifferentAndTheFirstIsNamed() throws Exception {
        RerunReport report = rerun(hello, bent(value -> value + 1), ALL);

        assertThat(report.verdict().orElseThrow().kind()).isEqualTo(Verdict.Kind.DIFFERENT);
        assertThat(report.verdict().orElseThrow().text())
                .matches("nearest/all/requests: \\d+\\.\\d{6} packed, \\d+\\.\\d{6} again \\(adjusted p = 0\\.0000\\)");
    }

    @Test
    void otherSeriesAreDifferentThoughEveryMetricIsTheSame() throws Exception {
        RerunEngine silent = (scenario, traces, randomness, recorded) -> {
            RunTask task = SmallRun.ENGINE.task(scenario, traces, randomness, recorded);
            return (policy, replication, sink) -> {
                RunResult result = task.run(policy, replication, sink);
                return new RunResult(policy.label(), replication, result.metrics(), List.of(), List.of(), 0);
            };
        };

        Verdict verdict = rerun(hello, silent, ALL).verdict().orElseThrow();

        assertThat(verdict).isEqualTo(new Verdict(Verdict.Kind.DIFFERENT, "series.csv: has more lines packed"));
    }

    @Test
    void otherPlacesAreDifferentThoughEveryMetricIsTheSame() throws Exception {
        RerunEngine elsewhere = bent(value -> value);

        Verdict verdict = rerun(hello, elsewhere, ALL).verdict().orElseThrow();

        assertThat(verdict)
                .isEqualTo(new Verdict(
                        Verdict.Kind.DIFFERENT, "flows-over-time.csv differs, though every metric is the same"));
    }

    @Test
    void anotherVersionIsTold() throws Exception {
        RerunReport report = new PackageRerun(
                        SmallRun.ENGINE, PolicySet.shipped(), Build.of("0.9.0", ""), 2, Progress.NONE)
                .run(hello, ALL);

        assertThat(report.versionNote()).contains("tafsim 0.1.0 made this package; this is 0.9.0.");
        assertThat(report.verdict().orElseThrow().isReproduced()).isTrue();
    }

    @Test
    void newResultsAreARunOfTheirOwnThatCanBePackedAgain() throws Exception {
        Path out = folder.resolve("again");

        rerun(hello, SmallRun.ENGINE, new RerunOptions(OptionalInt.empty(), Optional.empty(), Optional.of(out)));

        assertThat(out.resolve("summary.csv")).hasSameTextualContentAs(run.resolve("summary.csv"));
        for (String name : List.of("series.csv", "sites.csv", "flows-over-time.csv", "sample.csv")) {
            assertThat(out.resolve(name)).hasSameTextualContentAs(run.resolve(name));
        }
        assertThat(PackageCheck.check(SmallRun.pack(out, folder.resolve("again.zip")))
                        .isSound())
                .isTrue();
    }

    @Test
    void anUnsoundPackageIsNotRun() throws Exception {
        Path corrupt = Repacked.of(hello).flip("data/run/summary.csv").writeTo(folder.resolve("corrupt.zip"));
        RerunEngine never = (scenario, traces, randomness, recorded) -> {
            throw new AssertionError("It was run.");
        };

        RerunReport report = rerun(corrupt, never, ALL);

        assertThat(report.verdict()).isEmpty();
        assertThat(report.check().isSound()).isFalse();
    }

    private static RerunReport rerun(Path zip, RerunEngine engine, RerunOptions options)
            throws IOException, InterruptedException {
        return new PackageRerun(engine, PolicySet.shipped(), SmallRun.BUILD, 2, Progress.NONE).run(zip, options);
    }

    private static RerunOptions inputs(Path place) {
        return new RerunOptions(OptionalInt.empty(), Optional.of(place), Optional.empty());
    }

    /** A simulator of a later version, or on a strange machine. */
    private static RerunEngine bent(DoubleUnaryOperator change) {
        return (scenario, traces, randomness, recorded) -> {
            RunTask task = SmallRun.ENGINE.task(scenario, traces, randomness, recorded);
            return (policy, replication, sink) -> {
                RunResult result = task.run(policy, replication, sink);
                List<Metric> metrics = result.metrics().stream()
                        .map(m -> new Metric(m.scope(), m.name(), m.unit(), change.applyAsDouble(m.value())))
                        .toList();
                return new RunResult(
                        policy.label(),
                        replication,
                        metrics,
                        result.series(),
                        result.curves(),
                        result.executedEvents());
            };
        };
    }

    private static void copyTo(Path source, Path target) throws IOException {
        try (var files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }
}
