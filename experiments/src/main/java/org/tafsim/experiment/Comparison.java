package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
            "violating_requests",
            "cost_eur_per_1k",
            "cost_busy_eur_per_1k",
            "energy_kwh",
            "energy_busy_kwh",
            "carbon_g",
            "carbon_busy_g");

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
        return against(baseline, results, confidence, List.of());
    }

    /**
     * Every other policy minus a baseline.
     *
     * @param baseline label of a policy
     * @param results in the order of policies and replications
     * @param confidence in (0, 1)
     * @param more metrics to compare beside {@link #METRICS}
     * @return by policy, then by metric; metrics that do not occur in pairs are left out
     */
    public static List<Difference> against(
            String baseline, List<RunResult> results, double confidence, List<String> more) {
        return against(baseline, Samples.of(results), confidence, metrics(more), List.of("all"));
    }

    /**
     * Every policy minus every other that may be a baseline, in each of some scopes.
     *
     * @param results in the order of policies and replications
     * @param confidence in (0, 1)
     * @param baselines labels of policies
     * @param scopes e.g. {@code all}
     * @return by baseline, then by policy, then by scope, then as {@link #METRICS}; metrics that do not occur in pairs are left out
     */
    public static List<Difference> againstEach(
            List<RunResult> results, double confidence, List<String> baselines, List<String> scopes) {
        Samples samples = Samples.of(results);
        return baselines.stream()
                .flatMap(baseline -> against(baseline, samples, confidence, METRICS, scopes).stream())
                .toList();
    }

    private static List<Difference> against(
            String baseline, Samples samples, double confidence, List<String> metrics, List<String> scopes) {
        List<Difference> differences = new ArrayList<>();
        for (String scope : scopes) {
            for (String metric : metrics) {
                differences.addAll(family(Pairs.listAll(samples, baseline, scope, metric), confidence));
            }
        }
        List<String> order = samples.policies();
        differences.sort(Comparator.comparingInt(difference -> order.indexOf(difference.policy())));
        return List.copyOf(differences);
    }

    /** The usual metrics and others, none twice. */
    static List<String> metrics(List<String> more) {
        return Stream.concat(METRICS.stream(), more.stream()).distinct().toList();
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
