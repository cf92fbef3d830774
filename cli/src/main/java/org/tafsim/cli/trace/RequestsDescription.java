package org.tafsim.cli.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.console.Words;
import org.tafsim.scenario.trace.TraceKind;
import org.tafsim.scenario.trace.fit.TraceStatistics;
import org.tafsim.scenario.trace.fit.WeightedTokens;

/** Of a trace of requests. */
record RequestsDescription(String name, TraceKind kind, TraceStatistics found) implements Description {

    @Override
    public void table(Terminal terminal) {
        TextTable table = TextTable.of(name, Words.wordOf(kind));
        String failed =
                found.failed() > 0 ? ", %s failed and passed over".formatted(Figures.whole(found.failed())) : "";
        table.add("requests", Figures.whole(found.requests()) + failed);
        table.add("span", Figures.span(found.spanSeconds()));
        table.add(
                "rate",
                "%s /s, %s /s in the busiest minute"
                        .formatted(
                                Figures.decimals(found.ratePerSecond(), 2),
                                Figures.decimals(found.peakPerSecond(), 2)));
        table.add(
                "gaps",
                "CV %s; dispersion %s at 1 s, %s at 60 s"
                        .formatted(
                                Figures.decimals(found.gapVariation(), 2),
                                Figures.decimals(found.secondDispersion(), 2),
                                Figures.decimals(found.minuteDispersion(), 2)));
        table.add("prompt and output", "correlation " + Figures.decimals(found.correlation(), 2));
        found.prefixHitShare()
                .ifPresent(share -> table.add("prefix hits", Figures.percent(share) + " of the blocks of all prompts"));
        table.print(terminal.out(), terminal.outAnsi());
        terminal.out().println();
        TextTable lengths = lengthTable();
        length(lengths, "prompt", found.prompts());
        length(lengths, "output", found.outputs());
        lengths.print(terminal.out(), terminal.outAnsi());
    }

    static TextTable lengthTable() {
        return TextTable.of("tokens", "mean#", "p50#", "p95#", "p99#", "max#");
    }

    static void length(TextTable table, String what, WeightedTokens tokens) {
        table.add(
                what,
                Figures.whole(tokens.mean()),
                Figures.whole(tokens.quantile(0.5)),
                Figures.whole(tokens.quantile(0.95)),
                Figures.whole(tokens.quantile(0.99)),
                Figures.whole(tokens.max()));
    }

    static Map<String, Object> facts(WeightedTokens tokens) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("mean", Json.decimal(tokens.mean(), 3));
        facts.put("p50", tokens.quantile(0.5));
        facts.put("p95", tokens.quantile(0.95));
        facts.put("p99", tokens.quantile(0.99));
        facts.put("max", tokens.max());
        return facts;
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("format", Words.wordOf(kind));
        facts.put("requests", found.requests());
        facts.put("failed", found.failed());
        put(facts, "span_s", Figures.json(found.spanSeconds()));
        put(facts, "rate_per_s", Figures.json(found.ratePerSecond()));
        put(facts, "peak_per_s", Figures.json(found.peakPerSecond()));
        put(facts, "gap_cv", Figures.json(found.gapVariation()));
        put(facts, "dispersion_1s", Figures.json(found.secondDispersion()));
        put(facts, "dispersion_60s", Figures.json(found.minuteDispersion()));
        put(facts, "correlation", Figures.json(found.correlation()));
        put(facts, "prefix_hit_share", Figures.json(found.prefixHitShare()));
        facts.put("prompt_tokens", facts(found.prompts()));
        facts.put("output_tokens", facts(found.outputs()));
        return facts;
    }

    private static void put(Map<String, Object> facts, String key, @Nullable Object value) {
        if (value != null) {
            facts.put(key, value);
        }
    }
}
