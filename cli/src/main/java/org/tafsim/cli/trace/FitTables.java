package org.tafsim.cli.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.console.Words;
import org.tafsim.scenario.trace.fit.GapFit;
import org.tafsim.scenario.trace.fit.LengthFit;
import org.tafsim.scenario.trace.fit.WeightedTokens;

/** Fits as tables for people, which go to the error stream beside the lines for an app, and as facts for programs. */
final class FitTables {
    private final Terminal terminal;

    FitTables(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(List<GapFit> fits) {
        TextTable table = TextTable.of("gaps", "KS#", "parameters", "CV#");
        fits.forEach(fit -> table.add(
                Words.wordOf(fit.family()),
                Figures.decimals(fit.distance(), 4),
                words(fit),
                Figures.decimals(fit.variation(), 3)));
        table.print(terminal.err(), terminal.errAnsi());
        terminal.err().println();
    }

    private static String words(GapFit fit) {
        String first = Figures.decimals(fit.first(), 4);
        String second = Figures.decimals(fit.second(), 4);
        return switch (fit.family()) {
            case EXPONENTIAL -> "mean " + first + " s";
            case GAMMA -> "k %s, theta %s s".formatted(first, second);
            case WEIBULL -> "k %s, lambda %s s".formatted(first, second);
            case LOGNORMAL -> "mu %s, sigma %s".formatted(first, second);
        };
    }

    void print(String what, List<LengthFit> fits, WeightedTokens tokens) {
        TextTable table = TextTable.of(what, "KS#", "parameters", "mean#", "measured#");
        fits.forEach(fit -> table.add(
                Words.wordOf(fit.family()),
                Figures.decimals(fit.distance(), 4),
                fit.parameters(),
                Figures.whole(fit.mean()),
                Figures.whole(tokens.mean())));
        table.print(terminal.err(), terminal.errAnsi());
        terminal.err().println();
    }

    static Map<String, Object> facts(GapFit fit) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("family", Words.wordOf(fit.family()));
        switch (fit.family()) {
            case EXPONENTIAL -> facts.put("mean_s", Json.decimal(fit.first(), 9));
            case LOGNORMAL -> {
                facts.put("mu", Json.decimal(fit.first(), 6));
                facts.put("sigma", Json.decimal(fit.second(), 6));
            }
            default -> {
                facts.put("shape", Json.decimal(fit.first(), 6));
                facts.put("scale_s", Json.decimal(fit.second(), 9));
            }
        }
        facts.put("cv", Json.decimal(fit.variation(), 6));
        facts.put("ks", Json.decimal(fit.distance(), 6));
        return facts;
    }

    static Map<String, Object> facts(LengthFit fit) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("family", Words.wordOf(fit.family()));
        facts.put("parameters", fit.parameters());
        facts.put("mean", Json.decimal(fit.mean(), 3));
        facts.put("ks", Json.decimal(fit.distance(), 6));
        return facts;
    }
}
