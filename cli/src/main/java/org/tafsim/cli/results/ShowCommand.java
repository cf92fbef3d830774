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
import org.tafsim.store.SummaryFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one result. */
@Command(
        name = "show",
        header = "Show one run or sweep.",
        footer = {"  tafsim results show hello", "  tafsim results show hello --scope rule:R01-gdpr-transfer"})
final class ShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "Id of a run or sweep or its first letters, or a folder.")
    private String id = "";

    @Mixin
    private RootOption root = new RootOption();

    @Mixin
    private MetricOptions options = new MetricOptions();

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ResultFolder folder = root.find(id);
        Map<SummaryFile.Key, SummaryFile.Value> metrics = SummaryFile.of(folder);
        if (options.isJson()) {
            Json.print(terminal.out(), facts(folder, metrics));
            return ExitCodes.OK;
        }
        terminal.out().println(folder.path());
        for (String fact : List.of("scenario", "tafsim_version", "seed", "replications", "started_at", "ended_at")) {
            if (!folder.fact(fact).isEmpty()) {
                terminal.out().println("%-16s %s".formatted(fact, folder.fact(fact)));
            }
        }
        terminal.out().println();
        print(metrics, folder.isSweep());
        return ExitCodes.OK;
    }

    private void print(Map<SummaryFile.Key, SummaryFile.Value> metrics, boolean isSweep) {
        TextTable table = isSweep
                ? TextTable.of("point#", "policy", "metric", "unit", "mean#", "±#")
                : TextTable.of("policy", "metric", "unit", "mean#", "±#");
        metrics.forEach((key, value) -> {
            if (key.scope().equals(options.scope())) {
                String mean = Numbers.text(value.mean());
                String width = value.halfWidth().map(Numbers::text).orElse("");
                if (isSweep) {
                    table.add(key.point(), key.policy(), key.metric(), value.unit(), mean, width);
                } else {
                    table.add(key.policy(), key.metric(), value.unit(), mean, width);
                }
            }
        });
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static Map<String, Object> facts(ResultFolder folder, Map<SummaryFile.Key, SummaryFile.Value> metrics) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", folder.id());
        facts.put("folder", folder.path().toString());
        facts.put("facts", folder.facts());
        facts.put(
                "metrics",
                metrics.entrySet().stream()
                        .map(metric -> MetricLine.of(metric.getKey(), metric.getValue()))
                        .toList());
        return facts;
    }
}
