package org.tafsim.report.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Quantities;

/**
 * What makes a number of all requests good: bounds that every application promises alike, and for shares the thresholds that
 * {@code docs/report.md} states. Where applications promise different things, a latency of all of them is neither good nor bad:
 * SLO attainment says how they did.
 */
final class Promises {

    private static final double GOOD_ATTAINMENT = 0.95;
    private static final double NEAR_ATTAINMENT = 0.9;

    /** A bound is nearly kept up to this many times itself. */
    private static final double NEAR_BOUND = 1.1;

    private static final double NANOS_PER_MILLI = 1e6;

    /** Keys of an SLO by the metric that a bound is held against. */
    private static final Map<String, String> KEYS =
            Map.of("ttft_p95", "ttft", "tpot_p95", "tpot", "e2e_p95", "endToEnd");

    private final Map<String, Double> millis = new HashMap<>(); // asked, never iterated

    Promises(ScenarioTree scenario) {
        KEYS.forEach((metric, key) -> common(scenario, key).ifPresent(bound -> millis.put(metric, bound)));
    }

    /** The bound of all applications, where it is the same. */
    private static Optional<Double> common(ScenarioTree scenario, String key) {
        List<Optional<Double>> bounds = scenario.items("apps").stream()
                .map(app -> millis(app.text("slo", key)))
                .distinct()
                .toList();
        return bounds.size() == 1 ? bounds.get(0) : Optional.empty();
    }

    /** A state and why it is so. */
    record Judged(String state, String why) {
        static final Judged NOT = new Judged("none", "");
    }

    /** A number of scope {@code all}. */
    Judged judge(SummaryRow row) {
        double mean = row.interval().mean();
        return switch (row.metric()) {
            case "slo_attainment" -> attainment(mean);
            case "violations" ->
                mean == 0
                        ? new Judged("good", "no check of a rule failed")
                        : new Judged("bad", "checks of rules failed or could not be decided");
            default ->
                Optional.ofNullable(millis.get(row.metric()))
                        .map(bound -> bound(mean, bound))
                        .orElse(Judged.NOT);
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

    private static Judged bound(double mean, double bound) {
        String state = mean <= bound ? "good" : mean <= NEAR_BOUND * bound ? "near" : "bad";
        return new Judged(state, "every application promises %s ms".formatted(plain(bound)));
    }

    private static String plain(double millis) {
        return Decimals.fixed(millis, millis < 10 ? 1 : 0);
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
