package org.tafsim.cli.results;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.store.ResultDiff;
import org.tafsim.store.SummaryFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares two results. */
@Command(
        name = "diff",
        header = "Compare two runs or sweeps: what they were told, and what came out.",
        footer = {
            "  tafsim results diff hello-70a864c7e36d hello-0123456789ab",
            "  tafsim results diff a/ b/ --scope app:chat"
        })
final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "A", description = "Id of a run or sweep, or a folder.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "B", description = "Another.")
    private String second = "";

    @Mixin
    private RootOption root = new RootOption();

    @Mixin
    private MetricOptions options = new MetricOptions();

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        ResultDiff diff = ResultDiff.of(root.find(first), root.find(second));
        if (options.isJson()) {
            Json.print(terminal.out(), facts(diff));
        } else {
            printSettings(diff.settings());
            terminal.out().println();
            printMetrics(diff);
        }
        return ExitCodes.OK;
    }

    private void printSettings(List<ResultDiff.Setting> settings) {
        if (settings.isEmpty()) {
            terminal.out().println("Settings: the same.");
            return;
        }
        TextTable table = TextTable.of("setting", first, second);
        settings.forEach(setting -> table.add(
                setting.path(), setting.first().orElse("-"), setting.second().orElse("-")));
        table.print(terminal.out(), terminal.outAnsi());
    }

    private void printMetrics(ResultDiff diff) {
        TextTable table = TextTable.of("policy", "metric", "unit", "A#", "B#", "B - A#", "");
        int shown = 0;
        for (ResultDiff.MetricPair pair : diff.metrics()) {
            if (pair.key().scope().equals(options.scope())) {
                String point = pair.key().point().isEmpty()
                        ? ""
                        : "point " + pair.key().point() + ": ";
                table.add(
                        point + pair.key().policy(),
                        pair.key().metric(),
                        pair.first()
                                .or(pair::second)
                                .map(SummaryFile.Value::unit)
                                .orElse(""),
                        mean(pair.first()),
                        mean(pair.second()),
                        change(pair),
                        areApart(pair) ? "apart" : "");
                shown++;
            }
        }
        if (shown > 0) {
            table.print(terminal.out(), terminal.outAnsi());
        }
        terminal.out()
                .println(
                        "%d metrics differ, %d of them shown (scope %s); %d are the same. apart: their intervals do not meet."
                                .formatted(diff.metrics().size(), shown, options.scope(), diff.equalMetrics()));
    }

    private static String mean(Optional<SummaryFile.Value> value) {
        return value.map(known -> Numbers.text(known.mean())).orElse("-");
    }

    private static String change(ResultDiff.MetricPair pair) {
        return pair.first().isPresent() && pair.second().isPresent()
                ? Numbers.text(pair.second().get().mean() - pair.first().get().mean())
                : "";
    }

    private static boolean areApart(ResultDiff.MetricPair pair) {
        if (pair.first().isEmpty() || pair.second().isEmpty()) {
            return false;
        }
        Optional<Double> one = pair.first().get().halfWidth();
        Optional<Double> other = pair.second().get().halfWidth();
        return one.isPresent()
                && other.isPresent()
                && Math.abs(pair.second().get().mean() - pair.first().get().mean()) > one.get() + other.get();
    }

    private static Map<String, Object> facts(ResultDiff diff) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("settings", diff.settings());
        facts.put("metrics", diff.metrics().stream().map(DiffCommand::line).toList());
        facts.put("equal_metrics", diff.equalMetrics());
        return facts;
    }

    private static Map<String, Object> line(ResultDiff.MetricPair pair) {
        Map<String, Object> line = MetricLine.keyOf(pair.key());
        pair.first().ifPresent(value -> line.put("first", Json.decimal(value.mean(), 6)));
        pair.second().ifPresent(value -> line.put("second", Json.decimal(value.mean(), 6)));
        return line;
    }
}
