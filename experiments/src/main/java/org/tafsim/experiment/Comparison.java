package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.analysis.Family;

/**
 * Paired differences under common random numbers: in one replication all policies see the same requests, so their
 * difference spreads less than they do. Each interval holds by itself; the p-values of a metric are adjusted for the number
 * of policies that are compared, see {@link Family}.
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
        for (String metric : METRICS) {
            differences.addAll(family(Pairs.listAll(samples, baseline, metric), confidence));
        }
        List<String> order = samples.policies();
        differences.sort(Comparator.comparingInt(difference -> order.indexOf(difference.policy())));
        return List.copyOf(differences);
    }

    /** One metric of all policies: what is read together. */
    private static List<Difference> family(List<Pairs> comparisons, double confidence) {
        if (comparisons.isEmpty()) {
            return List.of();
        }
        Family family = Family.of(comparisons.stream().map(Pairs::differences).toList(), confidence);
        return IntStream.range(0, comparisons.size())
                .mapToObj(i -> comparisons.get(i).judged(family.members().get(i)))
                .toList();
    }
}
