package org.tafsim.cli.trace;

import java.io.IOException;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Terminal;
import org.tafsim.scenario.trace.TraceKind;
import org.tafsim.scenario.trace.fit.TraceStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a recording is like. */
@Command(
        name = "describe",
        header = "Say what a trace is like: rate, burstiness, lengths, shared prefixes, largest clients, daily shape.",
        description = {
            "Dispersion is the variance over the mean of the number of arrivals in a second, and in a minute: 1 is Poisson. Prefix "
                    + "hits are those of a cache that forgets nothing.%n",
            "Every mistake of a file is one line, file:line:column: what is wrong and what was expected.%n"
        },
        footer = {
            "  tafsim trace describe AzureLLMInferenceTrace_conv.csv",
            "  tafsim trace describe conversation_trace.jsonl --json",
            "  tafsim trace describe servegen/m-large --top 20",
            "  tafsim trace describe sms-call-internet-mi-2013-11-01.txt --activity calls"
        })
final class DescribeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private TraceInput input = new TraceInput();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "10",
            description = "Of clients: show the N largest (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/Rome",
            description = "Of a grid: whose hours (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ZoneId zone;

    DescribeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        TraceKind kind = input.kind();
        Description description = switch (kind) {
            case TELECOM_GRID -> new GridDescription(input.name(), input.grid(), zone);
            case SERVEGEN, SERVEGEN_TOKENS -> new ClientsDescription(input.name(), input.clients(), top);
            default -> new RequestsDescription(input.name(), kind, TraceStatistics.of(input.recording()));
        };
        description.print(terminal, isJson);
        return ExitCodes.OK;
    }
}
