package org.tafsim.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Quantities;

/**
 * What makes a number of the summary good: the bounds that applications were promised, and for shares the thresholds that
 * {@code docs/report.md} states.
 */
final class Promises {

    static final double GOOD_ATTAINMENT = 0.95;
    static final double NEAR_ATTAINMENT = 0.9;

    /** A bound is nearly kept up to this many times itself. */
    static final double NEAR_BOUND = 1.1;

    private static final double NANOS_PER_MILLI = 1e6;

    /** Keys of an SLO by the metric that a bound is held against. */
    private static final Map<String, String> KEYS =
            Map.of("ttft_p95", "ttft", "tpot_p95", "tpot", "e2e_p95", "endToEnd");

    private final SummaryTable summary;
    private final Map<String, Map<String, Double>> millisByApp = new LinkedHashMap<>();

    Promises(ScenarioTree scenario, SummaryTable summary) {
        this.summary = summary;
        for (ScenarioTree app : scenario.items("apps")) {
            Map<String, Double> bounds = new LinkedHashMap<>();
            for (String key : List.of("ttft", "tpot", "endToEnd")) {
                millis(app.text("slo", key)).ifPresent(bound -> bounds.put(key, bound));
            }
            millisByApp.put(app.text("id"), bounds);
        }
    }

    /** A state and why it is so. */
    record Judged(String state, String why) {
        static final Judged NOT = new Judged("none", "");
    }

    Judged judge(String policy, SummaryRow row) {
        double mean = row.interval().mean();
        return switch (row.metric()) {
            case "slo_attainment" -> attainment(mean);
            case "violations" ->
                mean == 0
                        ? new Judged("good", "no check of a rule failed")
                        : new Judged("bad", "checks of rules failed or could not be decided");
            default -> KEYS.containsKey(row.metric()) ? bound(policy, row.metric()) : Judged.NOT;
        };
    }

    private static Judged attainment(double share) {
        if (share >= GOOD_ATTAINMENT) {
            return new Judged("good", "at least 95 % of the requests kept every bound");
        }
        return share >= NEAR_ATTAINMENT
                ? new Judged("near", "90 to 95 % of the requests kept every bound")
                : new Judged("bad", "less than 90 % of the requests kept every bound");
    }

    /** The application that is closest to its bound, or farthest beyond. */
    private Judged bound(String policy, String metric) {
        double worst = 0;
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, Map<String, Double>> app : millisByApp.entrySet()) {
            Double bound = app.getValue().get(KEYS.getOrDefault(metric, ""));
            Optional<SummaryRow> row = summary.find(policy, "app:" + app.getKey(), metric);
            if (bound != null && row.isPresent() && row.get().interval().mean() / bound > worst) {
                double millis = row.get().interval().mean();
                worst = millis / bound;
                words.add("%s has %s ms of %s ms".formatted(app.getKey(), plain(millis), plain(bound)));
            }
        }
        if (words.isEmpty()) {
            return Judged.NOT;
        }
        String why = words.get(words.size() - 1);
        return new Judged(worst <= 1 ? "good" : worst <= NEAR_BOUND ? "near" : "bad", why);
    }

    private static String plain(double millis) {
        return new BigDecimal(Decimals.fixed(millis, millis < 10 ? 1 : 0)).toPlainString();
    }

    private static Optional<Double> millis(String duration) {
        try {
            return duration.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Quantities.POSITIVE_DURATION.parse(duration) / NANOS_PER_MILLI);
        } catch (Format.Refused e) {
            return Optional.empty();
        }
    }
}
