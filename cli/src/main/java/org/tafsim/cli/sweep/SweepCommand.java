package org.tafsim.cli.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Interruption;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.experiment.sweep.ExperimentSource;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.SweepPlan;
import org.tafsim.experiment.sweep.TaskKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an experiment: every point in every replication, under all policies. */
@Command(
        name = "sweep",
        header = "Run an experiment: many variants of a scenario, compared.",
        description =
                "Takes an experiment file, or a scenario and what varies in it. Finished tasks are kept: the same "
                        + "command goes on where it was stopped, even by a kill, and gives the same summary.csv to the byte.%n",
        footer = {
            "  tafsim sweep scenarios/experiments/load-and-policy.yaml",
            "  tafsim sweep scenarios/hello.yaml 'apps[id=chat].arrivals.rate=1 /s,2 /s,4 /s'",
            "  tafsim sweep scenarios/hello.yaml 'run.seed=range(1,5,1)' --replications 2 --dry-run",
            "  tafsim sweep status results/sweeps/load-and-policy-0123456789ab"
        })
public final class SweepCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "Experiment or scenario.")
    private @Nullable Path file;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PATH=VALUES",
            description = "With a scenario: what varies, as a.b=1,2,3 or a.b=range(first,last,step).")
    private List<String> axes = new ArrayList<>();

    @Mixin
    private SweepOptions options = new SweepOptions();

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "With a scenario: replications of every point (default: ${DEFAULT-VALUE}).",
            defaultValue = "5")
    private int replications = 5;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the results (default: results/sweeps/ and the sweep's id).")
    private @Nullable Path out;

    @Option(names = "--dry-run", description = "Only list the points and what they would cost.")
    private boolean isDryRun;

    @Option(names = "--yes", description = "More than a million points are meant.")
    private boolean mayBeHuge;

    /** With its own subcommands. */
    public static CommandLine line(Terminal terminal) {
        CommandLine line = new CommandLine(new SweepCommand(terminal));
        SweepFolderCommands.of(terminal).forEach(line::addSubcommand);
        return line;
    }

    private SweepCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        options.check(spec);
        ExperimentSource source = source();
        try (OpenPolicies policies = options.openPolicies(terminal)) {
            return run(source, SweepRun.plan(source, policies.set(), mayBeHuge));
        }
    }

    private int run(ExperimentSource source, SweepPlan plan) throws IOException, InterruptedException {
        if (plan.experiment().search().isPresent()) {
            if (options.engine() != Engine.LOCAL) {
                throw new InvalidInputException(
                        "A search runs on this machine, since each step depends on the last. Leave out --engine.");
            }
            return new SearchRun(terminal, options).run(plan, out == null ? SweepRun.folderOf(plan) : out, source);
        }
        if (isDryRun) {
            SweepRun.checkExternal(plan, options.external());
            new DryRun(terminal).print(plan, options.threads());
            return ExitCodes.OK;
        }
        SweepFolder folder = SweepFolder.open(out == null ? SweepRun.folderOf(plan) : out, plan, source);
        return complete(folder, terminal, options);
    }

    /** Runs what is missing, and adds up. */
    static int complete(SweepFolder folder, Terminal terminal, SweepOptions options)
            throws IOException, InterruptedException {
        List<SortedMap<TaskKey, Throwable>> failed = new ArrayList<>();
        try {
            Interruption.guard(
                    () -> failed.add(options.engine().run(folder, SweepRun.all(folder.plan()), terminal, options)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            terminal.err()
                    .println("Interrupted; finished tasks are kept. Go on: %s sweep resume %s"
                            .formatted(terminal.command(), folder.path()));
            return ExitCodes.INTERRUPTED;
        }
        SweepRun.tell(failed.get(0), folder, terminal);
        folder.sweepUp();
        new SweepPrinter(terminal).print(folder, SweepRun.collect(folder), options.output());
        return failed.get(0).isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private ExperimentSource source() {
        if (file == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Say which experiment: a FILE, or one of status, resume and collect.");
        }
        if (!axes.isEmpty()) {
            if (replications < 1) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--replications (%d) must be at least 1.".formatted(replications));
            }
            return QuickExperiment.of(file, axes, replications);
        }
        ExperimentSource source = ExperimentSource.of(file);
        if (source.text().contains("kind: Scenario")) {
            throw new InvalidInputException(
                    "%s is a scenario: say what varies, e.g. 'apps[id=chat].arrivals.rate=1 /s,2 /s'.".formatted(file));
        }
        return source;
    }
}
