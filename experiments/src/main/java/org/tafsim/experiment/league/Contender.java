package org.tafsim.experiment.league;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Better;

/**
 * A policy with its values of the metrics that decide.
 *
 * @param policy label
 * @param values by replication, for each of {@link #METRICS}
 */
record Contender(String policy, List<SortedMap<Integer, Double>> values) {

    /** What decides, the next where no difference is found in those before. */
    static final List<String> METRICS = List.of("slo_attainment", "e2e_p95");

    private static Contender of(String policy) {
        List<SortedMap<Integer, Double>> values = new ArrayList<>();
        METRICS.forEach(metric -> values.add(new TreeMap<>()));
        return new Contender(policy, values);
    }

    /** All of these results, in their order. */
    static List<Contender> listAll(List<RunResult> results) {
        Map<String, Contender> all = new LinkedHashMap<>();
        for (RunResult result : results) {
            Contender contender = all.computeIfAbsent(result.policy(), Contender::of);
            for (Metric metric : result.metrics()) {
                int index = METRICS.indexOf(metric.name());
                if (index >= 0 && metric.scope().equals("all")) {
                    contender.values.get(index).put(result.replication(), metric.value());
                }
            }
        }
        return List.copyOf(all.values());
    }

    /** By how much it is better than another in one of {@link #METRICS}, in each replication where both have that. */
    double[] goodness(Contender other, int metric) {
        double sign = Better.of(METRICS.get(metric)) == Better.HIGHER ? 1 : -1;
        SortedMap<Integer, Double> theirs = other.values.get(metric);
        return values.get(metric).entrySet().stream()
                .filter(mine -> theirs.containsKey(mine.getKey()))
                .mapToDouble(mine -> sign * (mine.getValue() - theirs.getOrDefault(mine.getKey(), 0.0)))
                .toArray();
    }
}
