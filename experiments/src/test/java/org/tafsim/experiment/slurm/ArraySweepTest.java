package org.tafsim.experiment.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.experiment.slurm.SlurmOptions.OnInterrupt;

/** Arrays on a fake Slurm, with real scripts, folders and child processes. */
final class ArraySweepTest {

    /** Does its points one by one and notes each; a file trap-N makes it end at point N with the code in it, once. */
    private static final String TASK = """
            #!/bin/sh
            out=$2
            range=$4
            point=${range%-*}
            while [ "$point" -le "${range#*-}" ]; do
                if [ ! -d "$out/tasks/$point" ]; then
                    if [ -f "$STAGE/trap-$point" ]; then
                        code=$(cat "$STAGE/trap-$point")
                        [ -f "$STAGE/forever" ] || rm "$STAGE/trap-$point"
                        echo "caught at $point"
                        exit "$code"
                    fi
                    mkdir -p "$out/tasks/$point"
                    echo "$point" >>"$STAGE/ran"
                fi
                point=$((point + 1))
            done
            """;

    private FakeCluster cluster;
    private Path folder;
    private PointFolders points;
    private final List<String> notes = new ArrayList<>();
    private final List<Integer> progress = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Pause pause = pauses::add;

    @BeforeEach
    void setUp(@TempDir Path temp) throws IOException {
        cluster = new FakeCluster(temp.resolve("stage"));
        folder = Files.createDirectories(temp.resolve("a sweep's 100% \"new\" $HOME;`x` ünd"));
        points = new PointFolders(folder, 10);
    }

    @Test
    void runsEveryPointOnceInAFolderWithAnAwkwardName() throws Exception {
        sweep(chunksOf(3)).run();

        assertThat(points.points()).isEmpty();
        assertThat(cluster.lines("ran")).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(cluster.lines("sbatch.calls"))
                .contains("--array=0-3", "--requeue", "--mem=1536M", "--time=0-01:00:00");
        assertThat(notes).containsExactly("Submitted 10 points as array 101.");
        assertThat(progress).endsWith(10);
        assertThat(folder.resolve("slurm/array-1.chunks")).hasContent("0-2\n3-5\n6-8\n9-9\n");
        assertThat(folder.resolve("slurm/logs/101_3.log")).hasContent("points 9-9 on n1, restarts 0");
    }

    @Test
    void submitsOnlyWhatIsMissing() throws Exception {
        for (int point : new int[] {0, 1, 4, 5, 6}) {
            points.finish(point);
        }

        sweep(chunksOf(2)).run();

        assertThat(cluster.lines("ran")).containsExactly("2", "3", "7", "8", "9");
        assertThat(folder.resolve("slurm/array-1.chunks")).hasContent("2-3\n7-8\n9-9\n");
    }

    @Test
    void asksSlurmForNothingWhereNothingIsMissing() throws Exception {
        for (int point = 0; point < 10; point++) {
            points.finish(point);
        }

        sweep(chunksOf(2)).run();

        assertThat(cluster.lines("sbatch.calls")).isEmpty();
    }

    @Test
    void startsAnElementAnewThatAsksForAnotherTry() throws Exception {
        cluster.put("trap-4", "75");

        sweep(chunksOf(5)).run();

        assertThat(cluster.lines("scontrol.calls")).containsExactly("101_0");
        assertThat(cluster.lines("ran")).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(notes).hasSize(1);
    }

    @Test
    void submitsAgainWhatAnElementLost() throws Exception {
        cluster.put("trap-4", "137");

        sweep(chunksOf(5)).run();

        assertThat(points.points()).isEmpty();
        assertThat(notes).containsExactly("Submitted 10 points as array 101.", "Submitted 1 points as array 102.");
    }

    @Test
    void givesUpWithTheLastWordsOfAnElementThatGetsNowhere() throws Exception {
        cluster.put("trap-4", "75");
        cluster.put("forever", "");

        assertThatThrownBy(sweep(chunksOf(5))::run)
                .isInstanceOf(SlurmException.class)
                .hasMessageContaining("brought no task forward")
                .hasMessageContaining("caught at 4");
        assertThat(cluster.lines("scontrol.calls")).hasSize(2 * SlurmOptions.DEFAULT.requeues());
        assertThat(points.points()).containsExactly(4);
    }

    @Test
    void splitsWhatIsLongerThanTheClusterAllows() throws Exception {
        cluster.put("limit", "4");

        sweep(chunksOf(1)).run();

        assertThat(cluster.lines("sbatch.calls"))
                .filteredOn(word -> word.startsWith("--array"))
                .containsExactly("--array=0-3", "--array=0-3", "--array=0-1");
        assertThat(points.points()).isEmpty();
        assertThat(notes).containsExactly("Submitted 10 points as array 101, 102, 103.");
    }

    @Test
    void followsAnArrayThatIsInTheQueueAlready() throws Exception {
        cluster.answerQueue("RUNNING|None\nPENDING|Resources\n");
        cluster.answerQueue("RUNNING|None\n");

        sweep(chunksOf(10)).run();

        assertThat(notes.get(0)).contains("in the queue already");
        assertThat(notes).hasSize(2);
    }

    @Test
    void bearsASchedulerThatDoesNotAnswerForAWhile() throws Exception {
        cluster.answerQueue("RUNNING|None\n");
        cluster.answerQueue("error: Unable to contact slurm controller\n");
        cluster.answerQueue("error: Unable to contact slurm controller\n");

        sweep(chunksOf(10)).run();

        assertThat(points.points()).isEmpty();
    }

    @Test
    void givesUpOnASchedulerThatStaysSilent() throws Exception {
        cluster.answerQueue("RUNNING|None\n");
        for (int i = 0; i < 60; i++) {
            cluster.answerQueue("error: Unable to contact slurm controller\n");
        }

        assertThatThrownBy(sweep(chunksOf(10))::run).hasMessageContaining("Unable to contact slurm controller");
        assertThat(pauses.stream().mapToLong(Duration::toSeconds).sum()).isBetween(600L, 660L);
    }

    @Test
    void saysOnceThatElementsAreHeld() throws Exception {
        cluster.answerQueue("");
        cluster.answerQueue("PENDING|launch failed requeued held\n");
        cluster.answerQueue("PENDING|launch failed requeued held\n");
        cluster.put("trap-0", "1");

        sweep(chunksOf(5)).run();

        assertThat(notes).filteredOn(note -> note.contains("requeued held")).hasSize(1);
    }

    @Test
    void cancelsElementsThatHaveNothingToDoAnyMore() throws Exception {
        cluster.answerQueue("");
        cluster.answerQueue("RUNNING|None\nPENDING|BeginTime\n");
        cluster.answerQueue("RUNNING|None\nPENDING|BeginTime\n");
        cluster.answerQueue("PENDING|BeginTime\n");

        sweep(chunksOf(10)).run();

        assertThat(cluster.lines("scancel.calls")).singleElement().asString().startsWith("--me --name=tafsim-");
    }

    @Test
    void leavesTheArrayOnAnInterruptAndSaysHowToGoOn() throws Exception {
        interruptWhileFollowing();

        assertThatThrownBy(sweep(SlurmOptions.DEFAULT)::run).isInstanceOf(InterruptedException.class);

        assertThat(cluster.lines("scancel.calls")).isEmpty();
        assertThat(notes.get(1))
                .contains("runs on")
                .contains("sweep resume --engine slurm " + folder)
                .contains("scancel --me --name=tafsim-");
    }

    @Test
    void cancelsTheArrayOnAnInterruptWhereAsked() throws Exception {
        interruptWhileFollowing();

        assertThatThrownBy(sweep(options(10, OnInterrupt.CANCEL))::run).isInstanceOf(InterruptedException.class);

        assertThat(cluster.lines("scancel.calls")).hasSize(1);
    }

    @Test
    void namesTheMissingCommandAndTheLocalEngine() throws Exception {
        cluster.remove("squeue");

        assertThatThrownBy(sweep(chunksOf(1))::run)
                .isInstanceOf(SlurmException.class)
                .hasMessage(
                        "There is no squeue on this machine. Maybe log in to the cluster first, or use --engine local.");
    }

    @Test
    void repeatsWhySlurmRefuses() throws Exception {
        cluster.put(
                "refusal",
                "sbatch: error: invalid partition specified: gpu\nsbatch: error: Batch job submission failed\n");

        assertThatThrownBy(sweep(chunksOf(1))::run)
                .isInstanceOf(SlurmException.class)
                .hasMessageContaining("invalid partition specified: gpu")
                .hasMessageEndingWith("Maybe name another partition; sinfo lists them.");
    }

    @Test
    void suspectsAFolderThatNodesDoNotSee() throws Exception {
        cluster.put("unshared", "");

        assertThatThrownBy(sweep(chunksOf(1))::run)
                .hasMessageContaining("No element left a log")
                .hasMessageContaining("--out must be on a file system that all share");
    }

    @Test
    void refusesAClusterWithoutArrays() throws Exception {
        cluster.put("limit", "0");

        assertThatThrownBy(sweep(chunksOf(1))::run).hasMessageContaining("MaxArraySize = 0");
    }

    private void interruptWhileFollowing() throws IOException {
        cluster.answerQueue("");
        cluster.answerQueue("RUNNING|None\n");
        cluster.put("trap-0", "1");
        pause = duration -> {
            throw new InterruptedException("Ctrl-C");
        };
    }

    private ArraySweep sweep(SlurmOptions options) throws IOException {
        Path task = cluster.program("it's a task", TASK);
        List<String> verb = List.of(task.toString(), "--out", folder.toString());
        ArrayWatcher watcher = new ArrayWatcher() {
            @Override
            public void onTasks(int done, int all) {
                progress.add(done);
            }

            @Override
            public void onNote(String note) {
                notes.add(note);
            }
        };
        return new ArraySweep(cluster.shell(), pause, ArrayPlace.of(folder), options, verb, points, watcher);
    }

    private static SlurmOptions chunksOf(int points) {
        return options(points, OnInterrupt.LEAVE);
    }

    private static SlurmOptions options(int points, OnInterrupt onInterrupt) {
        SlurmOptions usual = SlurmOptions.DEFAULT;
        return new SlurmOptions(
                points,
                0,
                usual.timeLimit(),
                usual.memoryMegabytes(),
                usual.cores(),
                usual.requeues(),
                usual.submissions(),
                onInterrupt,
                List.of());
    }
}
