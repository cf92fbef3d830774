package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;

/** How loaded the tiers were over time: means over replications, from the series of runs. */
final class LoadCurves {

    private static final String IN_FLIGHT = "in_flight";
    private static final String UTILIZATION = "utilization_fraction";

    private final Map<String, List<RunResult>> byPolicy = new LinkedHashMap<>();

    LoadCurves(List<RunResult> results) {
        results.forEach(result -> byPolicy.computeIfAbsent(result.policy(), policy -> new ArrayList<>())
                .add(result));
    }

    /**
     * A curve.
     *
     * @param policy label
     * @param entity what it is of; empty for all
     * @param values by time
     */
    record Curve(String policy, String entity, List<Double> values) {

        double least() {
            return values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        }

        double most() {
            return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        }

        double mean() {
            return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }
    }

    /** End of the series (ns); 0 where there is none. */
    long endNanos() {
        return byPolicy.values().stream()
                .flatMap(List::stream)
                .flatMap(result -> result.series().stream())
                .filter(LoadCurves::isOfTiers)
                .mapToLong(SeriesSample::atNanos)
                .max()
                .orElse(0);
    }

    /** Requests in flight in all tiers, for each policy. */
    List<Curve> inFlight() {
        List<Curve> curves = new ArrayList<>();
        byPolicy.forEach((policy, results) -> curves.add(
                new Curve(policy, "", sums(results, sample -> sample.metric().equals(IN_FLIGHT)))));
        return curves;
    }

    /** Share of time that accelerators were busy, in the tier of each policy that was so most. */
    List<Curve> busiestTier() {
        List<Curve> curves = new ArrayList<>();
        byPolicy.forEach((policy, results) -> {
            Curve busiest = new Curve(policy, "", List.of());
            for (String tier : tiers(results)) {
                Curve curve = new Curve(
                        policy,
                        tier,
                        sums(
                                results,
                                sample -> sample.metric().equals(UTILIZATION)
                                        && sample.entity().equals(tier)));
                busiest = busiest.entity().isEmpty() || curve.mean() > busiest.mean() ? curve : busiest;
            }
            curves.add(busiest);
        });
        return curves;
    }

    private static List<String> tiers(List<RunResult> results) {
        return results.stream()
                .flatMap(result -> result.series().stream())
                .filter(LoadCurves::isOfTiers)
                .map(SeriesSample::entity)
                .distinct()
                .toList();
    }

    private static boolean isOfTiers(SeriesSample sample) {
        return sample.metric().equals(IN_FLIGHT) || sample.metric().equals(UTILIZATION);
    }

    /** Sums over what is wanted at each instant, as means over replications. */
    private static List<Double> sums(List<RunResult> results, Predicate<SeriesSample> isWanted) {
        TreeMap<Long, Double> sums = new TreeMap<>();
        results.forEach(result -> result.series().stream()
                .filter(isWanted)
                .forEach(sample -> sums.merge(sample.atNanos(), sample.value(), Double::sum)));
        return sums.values().stream().map(sum -> sum / results.size()).toList();
    }
}
