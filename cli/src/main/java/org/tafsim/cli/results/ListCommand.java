package org.tafsim.cli.results;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.store.ResultFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what is there. */
@Command(
        name = "list",
        header = "List runs and sweeps.",
        footer = {"  tafsim results list", "  tafsim results list --root elsewhere --json"})
final class ListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private RootOption root = new RootOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    ListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<ResultFolder> folders = root.folders().folders();
        if (isJson) {
            Json.print(terminal.out(), folders.stream().map(ListCommand::facts).toList());
        } else if (folders.isEmpty()) {
            terminal.out().println("No results yet.");
        } else {
            TextTable table = TextTable.of("id", "what", "seed#", "n#", "policies", "ended");
            folders.forEach(folder -> table.add(
                    folder.id(),
                    kind(folder),
                    folder.fact("seed"),
                    folder.fact("replications"),
                    String.join(", ", folder.policies()),
                    day(folder.fact("ended_at"))));
            table.print(terminal.out(), terminal.outAnsi());
        }
        return ExitCodes.OK;
    }

    private static String kind(ResultFolder folder) {
        return folder.isSweep() ? folder.isComplete() ? "sweep" : "sweep, unfinished" : "run";
    }

    private static String day(String instant) {
        return instant.length() >= 16 ? instant.substring(0, 16).replace('T', ' ') : instant;
    }

    private static Map<String, Object> facts(ResultFolder folder) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", folder.id());
        facts.put("kind", folder.isSweep() ? "sweep" : "run");
        facts.put("complete", folder.isComplete());
        facts.put("folder", folder.path().toString());
        facts.put("facts", folder.facts());
        return facts;
    }
}
