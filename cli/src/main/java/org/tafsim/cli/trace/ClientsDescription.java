package org.tafsim.cli.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.console.Words;
import org.tafsim.scenario.trace.ServeGenTokens;
import org.tafsim.scenario.trace.ServeGenWindows;
import org.tafsim.scenario.trace.fit.WeightedTokens;

/** Of clients of ServeGen, the largest first. */
record ClientsDescription(String name, TraceInput.Clients clients, int top) implements Description {

    @Override
    public void table(Terminal terminal) {
        if (!clients.windows().isEmpty()) {
            windows(terminal);
        }
        for (ServeGenTokens tokens : clients.tokens()) {
            terminal.out().println();
            TextTable lengths = RequestsDescription.lengthTable();
            RequestsDescription.length(lengths, "prompt", WeightedTokens.of(tokens.prompts()));
            RequestsDescription.length(lengths, "output", WeightedTokens.of(tokens.outputs()));
            lengths.print(terminal.out(), terminal.outAnsi());
        }
    }

    private void windows(Terminal terminal) {
        ServeGenWindows first = clients.windows().get(0);
        TextTable all = TextTable.of(name, "servegen");
        all.add("clients", Figures.whole(clients.windows().size()));
        all.add(
                "span",
                "%s in windows of %s"
                        .formatted(
                                Figures.span(
                                        first.windowSeconds() * first.windows().size()),
                                Figures.span(first.windowSeconds())));
        all.add(
                "rate",
                "%s /s, %s /s in the busiest window"
                        .formatted(Figures.decimals(rate(), 2), Figures.decimals(peak(), 2)));
        all.print(terminal.out(), terminal.outAnsi());
        terminal.out().println();
        TextTable table =
                TextTable.of("client", "rate (1/s)#", "share#", "together#", "busiest#", "idle#", "CV#", "family");
        double together = 0;
        for (ServeGenWindows client : largest()) {
            together += client.meanRate();
            table.add(
                    client.name(),
                    Figures.decimals(client.meanRate(), 3),
                    Figures.percent(client.meanRate() / rate()),
                    Figures.percent(together / rate()),
                    Figures.decimals(peak(client), 3),
                    Figures.percent(idle(client)),
                    Figures.decimals(client.meanVariation(), 2),
                    Words.wordOf(client.usualFamily()));
        }
        table.print(terminal.out(), terminal.outAnsi());
    }

    private List<ServeGenWindows> largest() {
        return clients.windows().stream().limit(Math.max(0, top)).toList();
    }

    private double rate() {
        return clients.windows().stream().mapToDouble(ServeGenWindows::meanRate).sum();
    }

    /** All clients together, in the window in which they send most (1/s). */
    private double peak() {
        Map<Double, Double> byStart = new LinkedHashMap<>();
        clients.windows()
                .forEach(client -> client.windows()
                        .forEach(window ->
                                byStart.merge(window.startSeconds(), window.requestsPerSecond(), Double::sum)));
        return byStart.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static double peak(ServeGenWindows client) {
        return client.windows().stream()
                .mapToDouble(ServeGenWindows.Window::requestsPerSecond)
                .max()
                .orElse(0);
    }

    private static double idle(ServeGenWindows client) {
        long idle = client.windows().stream()
                .filter(window -> window.requestsPerSecond() == 0)
                .count();
        return (double) idle / client.windows().size();
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("format", "servegen");
        facts.put("clients", clients.windows().size());
        facts.put("rate_per_s", Json.decimal(rate(), 6));
        facts.put("peak_per_s", Json.decimal(peak(), 6));
        facts.put("top", largest().stream().map(this::facts).toList());
        List<Object> lengths = new ArrayList<>();
        clients.tokens()
                .forEach(tokens -> lengths.add(Map.of(
                        "prompt_tokens", RequestsDescription.facts(WeightedTokens.of(tokens.prompts())),
                        "output_tokens", RequestsDescription.facts(WeightedTokens.of(tokens.outputs())))));
        facts.put("lengths", lengths);
        return facts;
    }

    private Map<String, Object> facts(ServeGenWindows client) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("client", client.name());
        facts.put("rate_per_s", Json.decimal(client.meanRate(), 6));
        facts.put("share", Json.decimal(client.meanRate() / rate(), 6));
        facts.put("peak_per_s", Json.decimal(peak(client), 6));
        facts.put("idle_share", Json.decimal(idle(client), 6));
        facts.put("gap_cv", Json.decimal(client.meanVariation(), 6));
        facts.put("family", Words.wordOf(client.usualFamily()));
        return facts;
    }
}
