package org.tafsim.cli.trace;

import org.tafsim.cli.console.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Works on recorded workload. */
@Command(
        name = "trace",
        header = "Describe, convert and fit recorded workload.",
        description =
                "Formats are told apart by how a file begins: azure, burstgpt, tafsim (CSV of requests), mooncake (JSONL of "
                        + "requests), servegen (windows of a client, CSV), servegen-tokens (token lengths of a client, JSON), telecom-grid "
                        + "(activity of squares, tab-separated).%n",
        footer = {
            "  tafsim trace describe AzureLLMInferenceTrace_conv.csv",
            "  tafsim trace convert BurstGPT_1.csv --to tafsim --duration '1 h' --out hour.csv",
            "  tafsim trace fit AzureLLMInferenceTrace_conv.csv"
        })
public final class TraceCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private TraceCommand() {}

    /** The command and those below it. */
    public static CommandLine line(Terminal terminal) {
        return new CommandLine(new TraceCommand())
                .addSubcommand(new DescribeCommand(terminal))
                .addSubcommand(new ConvertCommand(terminal))
                .addSubcommand(new FitCommand(terminal));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "'trace' needs to know what to do: describe, convert or fit.");
    }
}
