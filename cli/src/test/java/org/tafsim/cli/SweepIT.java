package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps by the packaged jar. */
class SweepIT {

    private static final Path HELLO = Path.of("../scenarios/hello.yaml").toAbsolutePath();

    private final Path folder;
    private final Shell shell;

    SweepIT(@TempDir Path folder) {
        this.folder = folder;
        shell = new Shell(folder);
    }

    @Test
    void aSweepThatWasKilledGoesOnAndGivesTheSameBytes() throws Exception {
        Said whole = shell.run(sweep("whole"));
        assertThat(whole.code()).as(whole.err()).isZero();
        Shell.Running killed = shell.start(sweep("killed"));
        while (tasksOf("killed") < 3) {
            Thread.sleep(20);
        }
        killed.process().destroyForcibly().waitFor();
        assertThat(tasksOf("killed")).isLessThan(12);

        Said status = shell.run(Shell.tafsim("sweep", "status", "killed"));
        Said resumed = shell.run(Shell.tafsim("sweep", "resume", "killed", "--quiet", "--no-figures", "--no-report"));

        assertThat(status.out()).contains("of 12 tasks done, 0 failed", "sweep resume killed");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        for (String file : new String[] {"summary.csv", "differences.csv", "best.csv", "points.csv"}) {
            assertThat(folder.resolve("killed").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
        try (Stream<Path> entries = Files.list(folder.resolve("killed/tasks"))) {
            assertThat(entries.map(entry -> entry.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void tasksOfSeveralProcessesAddUpToTheSameSweep() throws Exception {
        Path experiment = folder.resolve("rates.yaml");
        Files.writeString(experiment, """
                apiVersion: tafsim/v1
                kind: Experiment
                base: %s
                set: {run.duration: 20 s, run.warmup: 5 s}
                replications: 2
                sweep: [{grid: {'apps[id=chat].arrivals.rate': [1 /s, 2 /s, 4 /s]}}]
                """.formatted(HELLO));

        assertThat(task("0-1").code()).isZero();
        assertThat(task("1-2").code()).isZero();
        Said collected = shell.run(Shell.tafsim("sweep", "collect", "tasks", "--no-figures", "--no-report"));
        Said local = shell.run(
                Shell.tafsim("sweep", "rates.yaml", "--out", "local", "--no-figures", "--no-report", "--quiet"));

        assertThat(collected.code()).as(collected.err()).isZero();
        assertThat(local.out()).contains("SLO attainment", "4 /s", "nearest", "cloud-only");
        assertThat(folder.resolve("tasks/summary.csv")).hasSameBinaryContentAs(folder.resolve("local/summary.csv"));
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        Said said = shell.run(
                Shell.tafsim("sweep", HELLO.toString(), "run.seed=range(1,5,1)", "--replications", "2", "--dry-run"));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("5 points × 2 replications = 10 tasks");
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries).isEmpty();
        }
    }

    @Test
    void aPathThatLeadsNowhereIsInvalidInput() throws Exception {
        Said said = shell.run(Shell.tafsim("sweep", HELLO.toString(), "run.duratoin=1 min,2 min"));

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("Maybe 'duration'?").doesNotContain("\tat ");
    }

    private Said task(String points) throws Exception {
        return shell.run(Shell.tafsim("task", "--experiment", "rates.yaml", "--points", points, "--out", "tasks"));
    }

    private static List<String> sweep(String out) {
        return Shell.tafsim(
                "sweep",
                HELLO.toString(),
                "apps[id=chat].arrivals.rate=1 /s,2 /s,4 /s,8 /s",
                "--replications",
                "3",
                "--threads",
                "1",
                "--out",
                out,
                "--no-figures",
                "--no-report",
                "--quiet");
    }

    private long tasksOf(String sweep) throws Exception {
        Path tasks = folder.resolve(sweep).resolve("tasks");
        if (!Files.isDirectory(tasks)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(tasks)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .count();
        }
    }
}
