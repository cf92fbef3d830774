package org.tafsim.experiment;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;

/** Metrics of runs by policy and metric, each with its value in every replication that has it; all in first-seen order. */
final class Samples {

    /** Of a metric that does not occur. */
    static final SortedMap<Integer, Double> NO_VALUES = Collections.emptySortedMap();

    private final Map<String, Map<Key, SortedMap<Integer, Double>>> byPolicy = new LinkedHashMap<>();

    private Samples() {}

    /** What one number is about. */
    record Key(String scope, String metric, String unit) {
        static Key of(Metric metric) {
            return new Key(metric.scope(), metric.name(), metric.unit());
        }
    }

    static Samples of(List<RunResult> results) {
        Samples samples = new Samples();
        results.forEach(samples::add);
        return samples;
    }

    private void add(RunResult result) {
        Map<Key, SortedMap<Integer, Double>> metrics =
                byPolicy.computeIfAbsent(result.policy(), policy -> new LinkedHashMap<>());
        for (Metric metric : result.metrics()) {
            Double before = metrics.computeIfAbsent(Key.of(metric), key -> new TreeMap<>())
                    .put(result.replication(), metric.value());
            if (before != null) {
                throw new IllegalArgumentException("Policy %s, replication %s: metric %s of %s is there twice."
                        .formatted(result.policy(), result.replication() + 1, metric.name(), metric.scope()));
            }
        }
    }

    List<String> policies() {
        return List.copyOf(byPolicy.keySet());
    }

    /** Metrics of a policy, with values by replication. */
    Map<Key, SortedMap<Integer, Double>> of(String policy) {
        return byPolicy.getOrDefault(policy, Map.of());
    }

    static double[] values(SortedMap<Integer, Double> byReplication) {
        return values(byReplication.values());
    }

    static double[] values(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
