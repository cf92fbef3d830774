package org.tafsim.cli.slurm;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.Terminal;
import org.tafsim.experiment.slurm.ProcessShell;
import org.tafsim.experiment.slurm.SlurmOptions;
import org.tafsim.experiment.slurm.SlurmSweep;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.TaskKey;

/** Runs a sweep on the cluster that this machine belongs to. */
public final class SlurmRun {

    /** That Slurm's commands have to answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private SlurmRun() {}

    /**
     * Runs what is missing of some points.
     *
     * @return tasks that failed for good, with the reason
     */
    public static SortedMap<TaskKey, Throwable> run(
            SweepFolder folder, List<Integer> points, SlurmChoices choices, Terminal terminal, ProgressDisplay display)
            throws IOException, InterruptedException {
        SlurmOptions options =
                choices.options(folder.plan().experiment().execution().chunk());
        PortableJar jar = PortableJar.in(folder.path().resolve("slurm"));
        List<String> verb = new ArrayList<>(jar.command());
        String place = folder.path().toRealPath().toString();
        verb.addAll(List.of("task", "--experiment", place, "--out", place));
        ProcessShell shell = new ProcessShell(System.getenv().getOrDefault("PATH", ""), Map.of(), PATIENCE);
        try (ProgressDisplay progress = display) {
            SortedMap<TaskKey, Throwable> failed =
                    new SlurmSweep(folder, options, verb, shell, terminal.err()::println).run(points, progress);
            jar.remove();
            return failed;
        }
    }
}
