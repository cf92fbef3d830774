package org.tafsim.experiment.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.RunTask;
import org.tafsim.experiment.sweep.Collector;
import org.tafsim.experiment.sweep.ExperimentSource;
import org.tafsim.experiment.sweep.LocalSweep;
import org.tafsim.experiment.sweep.PlannedPoint;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.SweepPlan;
import org.tafsim.experiment.sweep.TaskKey;
import org.tafsim.policies.PolicySet;

/** Real sweep folders; the cluster's elements run inside this JVM, at the moment they are submitted. */
@Tag("long")
final class SlurmSweepTest {

    private static final Path SCENARIOS =
            Path.of("..", "scenarios").toAbsolutePath().normalize();

    private final Path temp;
    private final List<String> submitted = new ArrayList<>();
    private boolean isPointTwoBroken;

    SlurmSweepTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void givesTheSameBytesAsThisMachine() throws Exception {
        SweepFolder here = open("here", "replications: 3\n");
        new LocalSweep(here, this::answer, 2, Progress.NONE).run(all());
        new Collector(here).collect();
        SweepFolder there = open("there", "replications: 3\n");

        assertThat(onSlurm(there)).isEmpty();
        new Collector(there).collect();

        assertThat(submitted).containsExactly("0-1", "2-2");
        for (String file : List.of("summary.csv", "differences.csv", "points.csv")) {
            assertThat(there.path().resolve(file))
                    .hasSameBinaryContentAs(here.path().resolve(file));
        }
    }

    @Test
    void runsAsManyReplicationsAsThePrecisionAsksFor() throws Exception {
        SweepFolder folder =
                open("precise", "replications: {count: 4, max: 60, stopWhen: {metric: ttft_p95, relHalfWidth: 0.1}}\n");

        assertThat(onSlurm(folder)).isEmpty();

        assertThat(folder.finished().stream().filter(key -> key.point() == 0)).hasSizeGreaterThan(4);
        assertThat(submitted).containsExactly("0-1", "2-2");
    }

    @Test
    void reportsWhatFailedForGoodAndLeavesItAtThat() throws Exception {
        isPointTwoBroken = true;

        SortedMap<TaskKey, Throwable> failed = onSlurm(open("broken", "replications: 2\n"));

        assertThat(failed.keySet()).containsExactly(new TaskKey(2, 0), new TaskKey(2, 1));
        assertThat(failed.get(new TaskKey(2, 0))).hasMessageContaining("the cable is out");
        assertThat(submitted).containsExactly("0-1", "2-2");
    }

    @Test
    void triesWhatFailedTheLastTime() throws Exception {
        isPointTwoBroken = true;
        onSlurm(open("mended", "replications: 2\n"));
        isPointTwoBroken = false;
        submitted.clear();

        assertThat(onSlurm(open("mended", "replications: 2\n"))).isEmpty();

        assertThat(submitted).containsExactly("2-2");
    }

    private SortedMap<TaskKey, Throwable> onSlurm(SweepFolder folder) throws Exception {
        SlurmOptions usual = SlurmOptions.DEFAULT;
        SlurmOptions options = new SlurmOptions(
                2,
                0,
                usual.timeLimit(),
                usual.memoryMegabytes(),
                usual.cores(),
                usual.requeues(),
                usual.submissions(),
                usual.onInterrupt(),
                List.of());
        Shell shell = command -> answerTo(command, folder);
        return new SlurmSweep(folder, options, List.of("task"), shell, note -> {}).run(all(), Progress.NONE);
    }

    private Shell.Answer answerTo(List<String> command, SweepFolder folder) throws IOException, InterruptedException {
        switch (command.get(0)) {
            case "sbatch" -> {
                String script = command.get(command.size() - 1);
                runAll(Files.readAllLines(Path.of(script.replace(".sh", ".chunks"))), folder);
                return new Shell.Answer(0, "7\n", "");
            }
            case "scontrol" -> {
                return new Shell.Answer(0, "MaxArraySize            = 1001\n", "");
            }
            default -> {
                return new Shell.Answer(0, "", "");
            }
        }
    }

    private void runAll(List<String> chunks, SweepFolder folder) throws IOException, InterruptedException {
        for (String chunk : chunks) {
            submitted.add(chunk);
            String[] ends = chunk.split("-", 2);
            List<Integer> points = IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                    .boxed()
                    .toList();
            new LocalSweep(folder, this::answer, 1, Progress.NONE).run(points);
        }
    }

    private RunTask answer(PlannedPoint point) {
        return (policy, replication, sink) -> {
            if (isPointTwoBroken && point.point().number() == 2) {
                throw new IllegalStateException("the cable is out");
            }
            double value = 20 + point.point().number() + Math.floorMod(replication * 7919, 11);
            return new RunResult(
                    policy.label(),
                    replication,
                    List.of(new Metric("all", "ttft_p95", "ms", value)),
                    List.of(),
                    List.of(),
                    1);
        };
    }

    private SweepFolder open(String name, String replications) throws IOException {
        String text = "apiVersion: tafsim/v1\nkind: Experiment\nname: test\nbase: hello.yaml\n" + replications
                + "sweep: [{grid: {'apps[id=chat].arrivals.rate': [1 /s, 2 /s, 4 /s]}}]\n";
        ExperimentSource source = new ExperimentSource("test.yaml", text, SCENARIOS);
        SweepPlan plan = SweepPlan.of(source.read(false), PolicySet.shipped(), "test");
        return SweepFolder.open(temp.resolve(name), plan, source);
    }

    private static List<Integer> all() {
        return List.of(0, 1, 2);
    }
}
