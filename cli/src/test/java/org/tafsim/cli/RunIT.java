package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The main job, by the packaged jar. */
class RunIT {

    private static final Path HELLO =
            Path.of("../scenarios/hello.yaml").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void theSameScenarioGivesTheSameBytesInEveryWay() throws Exception {
        String once = summaryOf("once");

        assertThat(once).startsWith("policy,scope,metric,unit,mean,half_width,n\nnearest,all,requests,count,");
        assertThat(summaryOf("again")).isEqualTo(once);
        assertThat(summaryOf("one-thread", "--threads", "1")).isEqualTo(once);
        assertThat(summaryOf("two-threads", "--threads", "2")).isEqualTo(once);
        for (String kernel : List.of("calendar", "radix", "heap", "ssj")) {
            assertThat(summaryOf(kernel, "--kernel", kernel)).as(kernel).isEqualTo(once);
        }
        assertThat(summaryOf("step-by-step", "--exact-steps")).isEqualTo(once);
        assertThat(summaryOf("audited", "--audit")).isEqualTo(once);
        assertThat(summaryOf("other-seed", "--seed", "5")).isNotEqualTo(once);
    }

    @Test
    void theTableIsPrintedAndTheFilesAreNamed() throws Exception {
        Said said = shell.run(Shell.tafsim("run", HELLO.toString(), "--out", "my run"));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("nearest", "cloud-only", "my run");
        assertThat(folder.resolve("my run")).isDirectoryContaining("glob:**/summary.csv");
        assertThat(folder.resolve("my run/figures")).isDirectoryContaining("glob:**/*.svg");
    }

    @Test
    void theReadmeExplainsEveryRowOfTheTable() throws Exception {
        String readme = Files.readString(Path.of("../README.md"));
        Path scenario = Path.of("../scenarios/edge-vs-cloud.yaml").toAbsolutePath();

        Said said = shell.run(Shell.tafsim(
                "run",
                scenario.toString(),
                "--no-figures",
                "--no-report",
                "--policies=nearest,cloud-only",
                "--replications=2",
                "--set=run.duration=5 s",
                "--set=run.warmup=1 s"));

        List<String> labels = said.outLines().stream()
                .skip(3)
                .takeWhile(line -> !line.startsWith("±"))
                .map(line -> line.strip().split(" {2,}|, ", 2)[0])
                .filter(label -> !label.isEmpty())
                .toList();
        assertThat(labels).hasSizeGreaterThan(15).contains("SLO attainment", "Violations");
        assertThat(labels).allSatisfy(label -> assertThat(readme).contains(label));
    }

    @Test
    void withoutAFolderResultsGoBelowWhereTheUserIs() throws Exception {
        shell.run(Shell.tafsim("run", HELLO.toString(), "--no-figures", "--no-report", "--quiet"));

        try (Stream<Path> runs = Files.list(folder.resolve("results/runs"))) {
            assertThat(runs)
                    .singleElement()
                    .satisfies(run -> assertThat(run.getFileName().toString()).matches("hello-[0-9a-f]{12}"));
        }
    }

    @Test
    void jsonOfARunIsJsonAndNothingElse() throws Exception {
        Said said =
                shell.run(Shell.tafsim("run", HELLO.toString(), "--no-figures", "--no-report", "--json", "--quiet"));

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(JsonMapper.shared().readTree(said.out()).get("scenario").asString())
                .isEqualTo("hello");
    }

    @Test
    void anUnknownPolicyIsInvalidInputWithASuggestion() throws Exception {
        Said said = shell.run(Shell.tafsim("run", HELLO.toString(), "--policies", "nearst"));

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("Maybe 'nearest'?").doesNotContain("\tat ");
    }

    @Test
    void anInterruptedRunLeavesNothingBehind() throws Exception {
        Shell.Running running = shell.start(Shell.tafsim(
                "run",
                HELLO.toString(),
                "--set",
                "run.duration=10000 h",
                "--set",
                "run.series=100 h",
                "--out",
                "long"));
        await(() -> hiddenFolders() > 0);

        running.process().destroy(); // as Ctrl-C does, which shells let background processes ignore
        Said said = running.await();

        assertThat(said.code()).isEqualTo(143);
        assertThat(said.err()).doesNotContain("\tat ");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private String summaryOf(String name, String... more) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(
                List.of("run", HELLO.toString(), "--no-figures", "--no-report", "--quiet", "--out", name));
        args.addAll(List.of("--set", "run.duration=1 min", "--set", "run.warmup=10 s", "--replications", "2"));
        args.addAll(List.of(more));
        Said said = shell.run(Shell.tafsim(args.toArray(new String[0])));
        assertThat(said.code()).as(said.err()).isZero();
        return Files.readString(folder.resolve(name).resolve("summary.csv"));
    }

    private long hiddenFolders() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("."))
                    .count();
        }
    }

    private static void await(Condition condition) throws Exception {
        for (int i = 0; i < 300 && !condition.holds(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(condition.holds()).isTrue();
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }
}
