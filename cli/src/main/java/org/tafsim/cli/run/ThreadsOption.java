package org.tafsim.cli.run;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many runs go on at the same time. */
public final class ThreadsOption {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--threads", paramLabel = "N", description = "Runs at a time (default: one per core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    /**
     * At least 1.
     *
     * @throws CommandLine.ParameterException where the command line says less
     */
    public int count() {
        if (threads < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--threads (%d) must be at least 1.".formatted(threads));
        }
        return threads;
    }

    /** Refuses what {@link #count} would. */
    public void check() {
        count();
    }
}
