package org.tafsim.cli.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.experiment.audit.ChainCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows the chain of a log of decisions. */
@Command(
        name = "verify",
        header = "Follow the chain of a log of decisions; 4 where it is broken.",
        description =
                "A line that was edited, dropped, put in or moved breaks it, and so does an end that was cut off. Who "
                        + "holds the log alone could write a new chain: the run's manifest, or its package, has the log's own SHA-256.%n",
        footer = {"  tafsim audit verify my-run", "  tafsim audit verify my-run/decisions.jsonl --json"})
final class AuditVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "RUN", description = "A run's folder, or its decisions.jsonl.")
    private Path place = Path.of("");

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    AuditVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path file = DecisionLogFile.of(place);
        ChainCheck check = ChainCheck.of(file);
        if (isJson) {
            Map<String, @Nullable Object> facts = new LinkedHashMap<>();
            facts.put("file", file.toString());
            facts.put("decisions", check.decisions());
            facts.put("problem", check.problem().orElse(null));
            Json.print(terminal.out(), facts);
        } else {
            terminal.out()
                    .println(check.problem()
                            .map(problem -> "%s: broken: %s".formatted(file, problem))
                            .orElse("%s: whole, %d decisions.".formatted(file, check.decisions())));
        }
        return check.problem().isEmpty() ? ExitCodes.OK : ExitCodes.MISMATCH;
    }
}
