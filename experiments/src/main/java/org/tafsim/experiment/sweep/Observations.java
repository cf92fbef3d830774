package org.tafsim.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;

/** Results that are independent of each other: of antithetic pairs, the means. */
final class Observations {

    private Observations() {}

    /**
     * The observations behind replications.
     *
     * @param results by policy and replication, in any order
     * @param perObservation replications that make one; 1 or 2
     */
    static List<RunResult> of(List<RunResult> results, int perObservation) {
        if (perObservation == 1) {
            return results;
        }
        Map<String, Map<Integer, List<RunResult>>> groups = new LinkedHashMap<>();
        results.forEach(result -> groups.computeIfAbsent(result.policy(), policy -> new LinkedHashMap<>())
                .computeIfAbsent(result.replication() / perObservation, group -> new ArrayList<>())
                .add(result));
        List<RunResult> means = new ArrayList<>();
        groups.forEach((policy, byGroup) -> byGroup.forEach((group, members) -> {
            if (members.size() == perObservation) {
                means.add(new RunResult(policy, group, mean(members), List.of(), List.of(), 0));
            }
        }));
        return means;
    }

    /** Metrics that all members have. */
    private static List<Metric> mean(List<RunResult> members) {
        Map<List<String>, List<Metric>> byName = new LinkedHashMap<>();
        members.forEach(member -> member.metrics()
                .forEach(metric -> byName.computeIfAbsent(
                                List.of(metric.scope(), metric.name()), name -> new ArrayList<>())
                        .add(metric)));
        return byName.values().stream()
                .filter(metrics -> metrics.size() == members.size())
                .map(metrics -> {
                    Metric first = metrics.get(0);
                    double sum = metrics.stream().mapToDouble(Metric::value).sum();
                    return new Metric(first.scope(), first.name(), first.unit(), sum / metrics.size());
                })
                .toList();
    }
}
