package org.tafsim.cli.results;

import org.tafsim.cli.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at what runs and sweeps have written. */
@Command(
        name = "results",
        header = "Look at results: list, show, compare, ask in SQL, export.",
        description = "Results are the folders that run and sweep write; they are read and never changed.%n",
        footer = {
            "  tafsim results list",
            "  tafsim results show hello",
            "  tafsim results diff hello-70a864c7e36d hello-0123456789ab",
            "  tafsim results query \"SELECT policy, mean FROM summary WHERE metric = 'ttft_p95' AND scope = 'all'\"",
            "  tafsim results export hello tables/ --format parquet"
        })
public final class ResultsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private ResultsCommand() {}

    /** The command and those below it. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new ResultsCommand())
                .addSubcommand(new ListCommand(terminal))
                .addSubcommand(new ShowCommand(terminal))
                .addSubcommand(new DiffCommand(terminal))
                .addSubcommand(new QueryCommand(terminal))
                .addSubcommand(new ExportCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "'results' needs to know what to do: list, show, diff, query or export.");
    }
}
