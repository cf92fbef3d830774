package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.tafsim.experiment.analysis.Family;

/** A metric of two policies in the replications that have it under both. */
final class Pairs {

    private final String policy;
    private final String baseline;
    private final Samples.Key key;
    private final double[] differences;

    private Pairs(String policy, String baseline, Samples.Key key, double[] differences) {
        this.policy = policy;
        this.baseline = baseline;
        this.key = key;
        this.differences = differences;
    }

    /** Every other policy and the baseline, in order of policies; those without a common replication are left out. */
    static List<Pairs> listAll(Samples samples, String baseline, String scope, String metric) {
        List<Pairs> all = new ArrayList<>();
        for (String policy : samples.policies()) {
            if (!policy.equals(baseline)) {
                samples.of(policy).forEach((key, values) -> {
                    if (key.scope().equals(scope) && key.metric().equals(metric)) {
                        double[] differences =
                                differences(values, samples.of(baseline).getOrDefault(key, Samples.NO_VALUES));
                        if (differences.length > 0) {
                            all.add(new Pairs(policy, baseline, key, differences));
                        }
                    }
                });
            }
        }
        return all;
    }

    /** In replications that have both. */
    static double[] differences(SortedMap<Integer, Double> values, SortedMap<Integer, Double> others) {
        return values.entrySet().stream()
                .filter(value -> others.containsKey(value.getKey()))
                .mapToDouble(value -> value.getValue() - others.getOrDefault(value.getKey(), 0.0))
                .toArray();
    }

    /** Policy minus baseline, by replication. */
    double[] differences() {
        return differences;
    }

    Difference judged(Family.Member member) {
        return new Difference(
                policy,
                baseline,
                key.scope(),
                key.metric(),
                key.unit(),
                member.test().interval(),
                member.adjustedPValue(),
                member.isSignificant());
    }
}
