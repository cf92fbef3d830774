package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.analysis.Family;

/**
 * Paired differences between points of a sweep, each under one policy: on common random numbers a replication shows both points
 * the same requests. What is read together, and so forms a {@link Family}, is one metric at all points under all policies.
 */
public final class PointComparison {

    private final List<String> metrics;
    private final double confidence;
    private final List<Pending> compared = new ArrayList<>();

    /**
     * A comparison without points.
     *
     * @param more metrics to compare beside {@link Comparison#METRICS}
     * @param confidence of each interval and of each family, in (0, 1)
     */
    public PointComparison(List<String> more, double confidence) {
        this.metrics = Comparison.metrics(more);
        this.confidence = confidence;
    }

    /** Differences that wait for the others of their family. */
    private record Pending(
            int point, int baseline, String policy, Samples.Key key, double baselineMean, List<Double> differences) {

        PointDifference judged(Family.Member member) {
            return new PointDifference(
                    point,
                    baseline,
                    policy,
                    key.scope(),
                    key.metric(),
                    key.unit(),
                    baselineMean,
                    member.test().interval(),
                    member.test().pValue(),
                    member.adjustedPValue(),
                    member.isSignificant());
        }
    }

    /**
     * Holds a point against another. Metrics of all requests and of applications are compared, in the replications that have
     * them at both points.
     *
     * @param results of the point, in the order of policies and replications
     * @param baselineResults of the other
     */
    public void add(int point, List<RunResult> results, int baseline, List<RunResult> baselineResults) {
        Samples samples = Samples.of(results);
        Samples others = Samples.of(baselineResults);
        for (String policy : samples.policies()) {
            for (String metric : metrics) {
                samples.of(policy).forEach((key, values) -> {
                    if (key.metric().equals(metric) && isCompared(key.scope())) {
                        SortedMap<Integer, Double> before = others.of(policy).getOrDefault(key, Samples.NO_VALUES);
                        pending(point, baseline, policy, key, values, before).ifPresent(compared::add);
                    }
                });
            }
        }
    }

    private static boolean isCompared(String scope) {
        return scope.equals("all") || scope.startsWith("app:");
    }

    private static Optional<Pending> pending(
            int point,
            int baseline,
            String policy,
            Samples.Key key,
            SortedMap<Integer, Double> values,
            SortedMap<Integer, Double> before) {
        double[] differences = Pairs.differences(values, before);
        if (differences.length == 0) {
            return Optional.empty();
        }
        double sum = before.entrySet().stream()
                .filter(value -> values.containsKey(value.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
        return Optional.of(new Pending(
                point,
                baseline,
                policy,
                key,
                sum / differences.length,
                Arrays.stream(differences).boxed().toList()));
    }

    /** All differences, by point as they were added, then by policy and metric. */
    public List<PointDifference> differences() {
        Map<Samples.Key, List<Integer>> families = new LinkedHashMap<>();
        for (int i = 0; i < compared.size(); i++) {
            families.computeIfAbsent(compared.get(i).key(), key -> new ArrayList<>())
                    .add(i);
        }
        PointDifference[] judged = new PointDifference[compared.size()];
        for (List<Integer> members : families.values()) {
            Family family = Family.of(
                    members.stream()
                            .map(i -> Samples.values(compared.get(i).differences()))
                            .toList(),
                    confidence);
            for (int i = 0; i < members.size(); i++) {
                int place = members.get(i);
                judged[place] = compared.get(place).judged(family.members().get(i));
            }
        }
        return List.of(judged);
    }
}
