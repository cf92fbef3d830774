package org.tafsim.cli.run;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.Ranking;
import org.tafsim.experiment.SummaryJson;
import org.tafsim.model.Scenario;
import org.tafsim.stats.ConfidenceInterval;

/** A ranking of policies and their differences, for people and for programs. */
final class ComparisonLines {

    /** What people look at beside the metric they rank by. */
    private static final List<String> SHOWN = List.of(
            "slo_attainment",
            "ttft_p95",
            "e2e_p95",
            "network_mean",
            "cost_eur_per_1k",
            "energy_kwh",
            "carbon_g",
            "violations",
            "operator_control");

    private static final int DECIMALS = 9;
    private static final double PERCENT = 100;

    private final Terminal terminal;

    ComparisonLines(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(Scenario scenario, Ranking ranking, String baseline, List<Difference> differences) {
        terminal.out()
                .println(terminal.outAnsi().string("@|bold " + scenario.name() + "|@") + ", by " + ranking.metric()
                        + (ranking.isHigherBetter() ? " (more is better), " : " (less is better), ")
                        + scenario.run().replications() + " replications, the same requests for all");
        terminal.out().println();
        rank(ranking);
        terminal.out().println();
        terminal.printWrapped("", verdict(ranking));
        terminal.out().println();
        against(baseline, differences);
    }

    private void rank(Ranking ranking) {
        double scale = scale(ranking.unit());
        String unit = unit(ranking.unit(), "%");
        TextTable table = TextTable.of(
                "", "policy", ranking.metric() + ", " + unit + "#", "to the first#", "p (Holm)#", "better#", "verdict");
        int rank = 1;
        for (Ranking.Place place : ranking.places()) {
            boolean isFirst = rank == 1;
            table.add(
                    String.valueOf(rank++),
                    place.policy(),
                    interval(place.mean(), scale),
                    isFirst ? "" : interval(place.toFirst(), scale),
                    isFirst ? "" : decimals(place.adjustedPValue(), 4),
                    isFirst ? "" : decimals(PERCENT * place.chanceBetter(), 1) + " %",
                    isFirst ? "first" : place.isWorse() ? "worse" : "not told from the first");
        }
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static String verdict(Ranking ranking) {
        String first = ranking.places().get(0).policy();
        long equals =
                ranking.places().stream().filter(place -> !place.isWorse()).count();
        if (ranking.probability() < 0.5 && equals > 1) {
            return "Which is the best cannot be told: %d are as good as each other, by these replications."
                    .formatted(equals);
        }
        String sure = "%s is the best of these with a probability of at least %s %%."
                .formatted(first, decimals(PERCENT * ranking.probability(), 1));
        return ranking.probability() >= 0.95
                ? sure
                : sure + " More replications make that surer, unless some are as good as it.";
    }

    private void against(String baseline, List<Difference> differences) {
        TextTable table = TextTable.of("against " + baseline, "policy", "difference#", "unit", "p (Holm)#", "found");
        for (String metric : SHOWN) {
            for (Difference difference : differences) {
                if (difference.metric().equals(metric)) {
                    table.add(
                            metric,
                            difference.policy(),
                            interval(difference.interval(), scale(difference.unit())),
                            unit(difference.unit(), "points"),
                            decimals(difference.adjustedPValue(), 4),
                            difference.isSignificant() ? "yes" : "");
                }
            }
        }
        table.print(terminal.out(), terminal.outAnsi());
        terminal.out().println();
        terminal.printWrapped(
                "",
                "± half-width of the 95 % interval, each by itself. Found: a difference at 5 % over all policies of a metric "
                        + "(Holm). Better: probability that it is better than the first.");
    }

    static double scale(String unit) {
        return unit.equals("fraction") ? PERCENT : 1;
    }

    static String unit(String unit, String ofFractions) {
        return unit.equals("fraction") ? ofFractions : unit;
    }

    static String interval(ConfidenceInterval interval, double scale) {
        if (interval.count() == 1) {
            return decimals(scale * interval.mean(), 2);
        }
        double half = scale * interval.halfWidth();
        int decimals = half == 0 ? 2 : Math.max(0, Math.min(6, 1 - (int) Math.floor(Math.log10(half))));
        return decimals(scale * interval.mean(), decimals) + " ±" + decimals(half, decimals);
    }

    static String decimals(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** The same for programs, not rounded for people. */
    static Map<String, Object> facts(Scenario scenario, Ranking ranking, List<Difference> differences) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("scenario", scenario.name());
        facts.put("replications", scenario.run().replications());
        facts.put("metric", ranking.metric());
        facts.put("unit", ranking.unit());
        facts.put("higher_is_better", ranking.isHigherBetter());
        facts.put("probability_of_correct_selection", number(ranking.probability()));
        facts.put(
                "ranking", ranking.places().stream().map(ComparisonLines::facts).toList());
        facts.put(
                "differences", differences.stream().map(ComparisonLines::facts).toList());
        return facts;
    }

    private static Map<String, Object> facts(Ranking.Place place) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("policy", place.policy());
        facts.put("mean", number(place.mean().mean()));
        facts.put("half_width", number(place.mean().halfWidth()));
        facts.put("to_first", number(place.toFirst().mean()));
        facts.put("to_first_half_width", number(place.toFirst().halfWidth()));
        facts.put("adjusted_p_value", number(place.adjustedPValue()));
        facts.put("is_worse", place.isWorse());
        facts.put("chance_better", number(place.chanceBetter()));
        return facts;
    }

    private static Map<String, @Nullable Object> facts(Difference difference) {
        Map<String, @Nullable Object> facts = SummaryJson.row(difference);
        facts.put("is_found", difference.isSignificant());
        return facts;
    }

    static BigDecimal number(double value) {
        return Json.decimal(value, DECIMALS);
    }
}
