package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.tafsim.engine.RunResult;
import org.tafsim.stats.ConfidenceInterval;

/**
 * Paired differences under common random numbers: in one replication all policies see the same requests, so their
 * difference spreads less than they do. Student's interval of the differences; see Law, <i>Simulation Modeling and
 * Analysis</i>, 5th ed., §10.2.1. Each interval holds by itself: no correction for their number.
 */
public final class Comparison {

    /** Metrics that are compared, over all applications. */
    public static final List<String> METRICS = List.of(
            "slo_attainment",
            "goodput",
            "ttft_p50",
            "ttft_p95",
            "ttft_p99",
            "tpot_mean",
            "e2e_p95",
            "network_mean",
            "queue_mean",
            "compute_mean",
            "in_jurisdiction",
            "operator_control",
            "violations",
            "violating_requests");

    private Comparison() {}

    /**
     * Every other policy minus the first.
     *
     * @param results in the order of policies and replications
     * @param confidence in (0, 1)
     * @return by policy, then as {@link #METRICS}; metrics that do not occur in pairs are left out
     */
    public static List<Difference> againstFirst(List<RunResult> results, double confidence) {
        return results.isEmpty() ? List.of() : against(results.get(0).policy(), results, confidence);
    }

    /**
     * Every other policy minus a baseline.
     *
     * @param baseline label of a policy
     * @param results in the order of policies and replications
     * @param confidence in (0, 1)
     * @return by policy, then as {@link #METRICS}; metrics that do not occur in pairs are left out
     */
    public static List<Difference> against(String baseline, List<RunResult> results, double confidence) {
        Samples samples = Samples.of(results);
        List<Difference> differences = new ArrayList<>();
        for (String policy : samples.policies()) {
            if (!policy.equals(baseline)) {
                METRICS.forEach(metric -> compare(samples, policy, baseline, metric, confidence, differences));
            }
        }
        return List.copyOf(differences);
    }

    private static void compare(
            Samples samples,
            String policy,
            String baseline,
            String metric,
            double confidence,
            List<Difference> differences) {
        samples.of(policy).forEach((key, values) -> {
            if (key.scope().equals("all") && key.metric().equals(metric)) {
                SortedMap<Integer, Double> others = samples.of(baseline).getOrDefault(key, Samples.NO_VALUES);
                double[] pairs = pairs(values, others);
                if (pairs.length > 0) {
                    ConfidenceInterval interval = ConfidenceInterval.student(pairs, confidence);
                    differences.add(new Difference(policy, baseline, key.scope(), metric, key.unit(), interval));
                }
            }
        });
    }

    private static double[] pairs(SortedMap<Integer, Double> values, SortedMap<Integer, Double> others) {
        List<Double> pairs = new ArrayList<>();
        values.forEach((replication, value) -> {
            Double other = others.get(replication);
            if (other != null) {
                pairs.add(value - other);
            }
        });
        return pairs.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
