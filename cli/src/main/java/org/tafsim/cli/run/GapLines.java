package org.tafsim.cli.run;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.optimum.GapSummary;
import org.tafsim.experiment.optimum.Objective;
import org.tafsim.stats.ConfidenceInterval;

/** How far policies are from what none can beat, for people and for programs. */
final class GapLines {

    private final Terminal terminal;

    GapLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Prints a table of each objective. */
    void print(List<GapSummary> gaps) {
        boolean hasExact = gaps.stream().anyMatch(gap -> gap.exact().isPresent());
        for (Objective objective : Objective.values()) {
            List<GapSummary> own =
                    gaps.stream().filter(gap -> gap.objective() == objective).toList();
            if (!own.isEmpty()) {
                table(objective, own, hasExact);
                terminal.out().println();
            }
        }
        terminal.printWrapped(
                "",
                "Bound: no policy that completes as many requests of each application is better, nor could one be that knew all "
                        + "beforehand. It takes capacity as if every batch were as good as can be, so part of the gap may be its own."
                        + (hasExact ? " Exact: the best there is, of replications in which all is completed." : "")
                        + " ± half-width of the 95 % interval; gaps are taken replication by replication.");
    }

    private void table(Objective objective, List<GapSummary> gaps, boolean hasExact) {
        double scale = ComparisonLines.scale(objective.unit());
        String head = objective.metric() + ", " + ComparisonLines.unit(objective.unit(), "%") + "#";
        TextTable table = hasExact
                ? TextTable.of("policy", head, "bound#", "gap#", "exact#", "gap to exact#")
                : TextTable.of("policy", head, "bound#", "gap#", "of the bound#");
        for (GapSummary gap : gaps) {
            String value = ComparisonLines.interval(gap.value(), scale);
            String bound = ComparisonLines.interval(gap.bound(), scale);
            String difference = ComparisonLines.interval(gap.gap(), scale);
            if (hasExact) {
                table.add(gap.policy(), value, bound, difference, text(gap.exact(), scale), text(gap.toExact(), scale));
            } else {
                table.add(gap.policy(), value, bound, difference, share(gap));
            }
        }
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static String text(Optional<ConfidenceInterval> interval, double scale) {
        return interval.map(one -> ComparisonLines.interval(one, scale)).orElse("");
    }

    private static String share(GapSummary gap) {
        return gap.bound().mean() == 0
                ? ""
                : ComparisonLines.decimals(100 * gap.gap().mean() / gap.bound().mean(), 1) + " %";
    }

    /** The same for programs, not rounded for people. */
    static List<Map<String, Object>> facts(List<GapSummary> gaps) {
        return gaps.stream().map(GapLines::facts).toList();
    }

    private static Map<String, Object> facts(GapSummary gap) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("policy", gap.policy());
        facts.put("metric", gap.objective().metric());
        facts.put("unit", gap.objective().unit());
        facts.put("replications", gap.value().count());
        put(facts, "value", gap.value());
        put(facts, "bound", gap.bound());
        put(facts, "gap", gap.gap());
        gap.exact().ifPresent(exact -> put(facts, "exact", exact));
        gap.toExact().ifPresent(gapToExact -> put(facts, "gap_to_exact", gapToExact));
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, ConfidenceInterval interval) {
        BigDecimal mean = ComparisonLines.number(interval.mean());
        facts.put(name, mean);
        if (interval.count() > 1) {
            facts.put(name + "_half_width", ComparisonLines.number(interval.halfWidth()));
        }
    }
}
