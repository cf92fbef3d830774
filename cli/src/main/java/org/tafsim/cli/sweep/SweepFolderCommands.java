package org.tafsim.cli.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.plugin.OpenPolicies;
import org.tafsim.cli.plugin.PolicyOptions;
import org.tafsim.experiment.sweep.ExperimentSource;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.SweepState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands on the folder of a sweep. */
final class SweepFolderCommands {

    private SweepFolderCommands() {}

    private static SweepFolder open(Path path, OpenPolicies policies) throws IOException {
        ExperimentSource source = SweepFolder.source(path);
        return SweepFolder.open(path, SweepRun.plan(source, policies.set(), true), source);
    }

    /** Says how far a sweep is. */
    @Command(name = "status", header = "Say how far a sweep is.")
    static final class Status implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "DIR", description = "Folder of the sweep.")
        private Path folder = Path.of("");

        @Mixin
        private PolicyOptions policyOptions = new PolicyOptions();

        @Option(names = "--json", description = "Print JSON.")
        private boolean isJson;

        Status(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            try (OpenPolicies policies = policyOptions.open(terminal)) {
                return tell(open(folder, policies));
            }
        }

        private int tell(SweepFolder sweep) throws IOException {
            SweepState state = SweepState.of(sweep, SweepRun.all(sweep.plan()));
            if (isJson) {
                Json.print(terminal.out(), SweepFacts.of(sweep, state));
                return ExitCodes.OK;
            }
            terminal.out()
                    .println("%s: %d of %d tasks done, %d failed"
                            .formatted(
                                    sweep.plan().id().value(),
                                    state.done(),
                                    state.total(),
                                    sweep.failed().size()));
            if (state.done() < state.total()) {
                terminal.out().println("Go on: %s sweep resume %s".formatted(terminal.command(), folder));
            }
            return ExitCodes.OK;
        }
    }

    /** Runs what is missing. */
    @Command(name = "resume", header = "Run what is missing of a sweep, and add up.")
    static final class Resume implements Callable<Integer> {

        private final Terminal terminal;

        @Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        @Parameters(paramLabel = "DIR", description = "Folder of the sweep.")
        private Path folder = Path.of("");

        @Mixin
        private SweepOptions options = new SweepOptions();

        Resume(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException, InterruptedException {
            options.check(spec);
            try (OpenPolicies policies = options.openPolicies(terminal)) {
                return SweepCommand.complete(open(folder, policies), terminal, options);
            }
        }
    }

    /** Adds up what is there. */
    @Command(name = "collect", header = "Add up the finished tasks of a sweep.")
    static final class Collect implements Callable<Integer> {

        private final Terminal terminal;

        @Parameters(paramLabel = "DIR", description = "Folder of the sweep.")
        private Path folder = Path.of("");

        @Option(names = "--partial", description = "Add up even where tasks are missing.")
        private boolean isPartial;

        @Mixin
        private SweepOutput output = new SweepOutput();

        @Mixin
        private PolicyOptions policyOptions = new PolicyOptions();

        Collect(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            try (OpenPolicies policies = policyOptions.open(terminal)) {
                return tell(open(folder, policies));
            }
        }

        private int tell(SweepFolder sweep) throws IOException {
            SweepState state = SweepState.of(sweep, SweepRun.all(sweep.plan()));
            if (state.done() < state.total() && !isPartial) {
                throw new InvalidInputException(
                        "%d of %d tasks are missing. Run them by 'sweep resume', or add up the others by --partial."
                                .formatted(state.total() - state.done(), state.total()));
            }
            new SweepPrinter(terminal).print(sweep, SweepRun.collect(sweep), output);
            return ExitCodes.OK;
        }
    }

    /** All of them. */
    static List<Object> of(Terminal terminal) {
        return List.of(new Status(terminal), new Resume(terminal), new Collect(terminal));
    }
}
