package org.tafsim.cli.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Interruption;
import org.tafsim.cli.console.ProgressDisplay;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.cli.run.ExternalOption;
import org.tafsim.experiment.sweep.ExperimentSource;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.SweepPlan;
import org.tafsim.experiment.sweep.TaskKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs some points of a sweep: the one verb that every cluster calls. */
@Command(
        name = "task",
        header = "Run some points of an experiment; what clusters call.",
        description =
                "Runs what is missing of these points and ends. Any number of these may work on one folder, and be "
                        + "killed: what is finished is kept, and nothing is done twice on purpose.%n",
        footer = {"  tafsim task --experiment load.yaml --points 40-59 --out /shared/load"})
public final class TaskCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--experiment",
            required = true,
            paramLabel = "FILE",
            description = "Experiment, or the folder of its sweep.")
    private Path experiment = Path.of("");

    @Option(
            names = "--points",
            required = true,
            paramLabel = "A-B",
            description = "Points, from 0, both ends included; or a list of such.")
    private String points = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the sweep.")
    private Path out = Path.of("");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Tasks at a time (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int threads = 1;

    @Mixin
    private PolicyOptions policyOptions = new PolicyOptions();

    @Mixin
    private ExternalOption external = new ExternalOption();

    /** A command that writes to a terminal. */
    public TaskCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ExperimentSource source =
                experiment.toFile().isDirectory() ? SweepFolder.source(experiment) : ExperimentSource.of(experiment);
        try (OpenPolicies policies = policyOptions.open(terminal)) {
            return run(source, SweepRun.plan(source, policies.set(), true));
        }
    }

    private int run(ExperimentSource source, SweepPlan plan) throws IOException {
        SweepRun.checkExternal(plan, external);
        List<Integer> chosen = chosen(plan);
        SweepFolder folder = SweepFolder.open(out, plan, source);
        List<SortedMap<TaskKey, Throwable>> failed = new ArrayList<>();
        try {
            Interruption.guard(
                    () -> failed.add(SweepRun.local(folder, chosen, threads, terminal, ProgressDisplay.NONE)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCodes.RETRY;
        }
        SweepRun.tell(failed.get(0), folder, terminal);
        return failed.get(0).isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private List<Integer> chosen(SweepPlan plan) {
        List<Integer> chosen = new ArrayList<>();
        for (String part : points.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            try {
                int from = Integer.parseInt(ends[0]);
                int to = Integer.parseInt(ends[ends.length - 1]);
                if (ends.length <= 2 && from <= to && to < plan.size()) {
                    IntStream.rangeClosed(from, to).forEach(chosen::add);
                    continue;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--points (%s) must be numbers from 0 to %d, e.g. 0-%d."
                            .formatted(points, plan.size() - 1, Math.min(9, plan.size() - 1)));
        }
        return chosen;
    }
}
