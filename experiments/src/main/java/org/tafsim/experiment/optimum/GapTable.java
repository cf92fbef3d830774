package org.tafsim.experiment.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tafsim.engine.RunResult;

/**
 * How far policies are from what none can beat.
 *
 * @param gaps by objective, then in the order of policies and replications
 */
public record GapTable(List<Gap> gaps) {

    /** Says what the exact optimum of a replication is. */
    @FunctionalInterface
    public interface Exact {

        /** Where nobody looks for it. */
        Exact NONE = (objective, result) -> OptionalDouble.empty();

        /** The optimum that a result is to be compared with; empty where it has none. */
        OptionalDouble of(Objective objective, RunResult result);
    }

    /** Copies. */
    public GapTable {
        gaps = List.copyOf(gaps);
    }

    /**
     * Of runs.
     *
     * @param results in the order of policies and replications
     * @param bounds by replication
     */
    public static GapTable of(List<RunResult> results, List<ReplicationBounds> bounds, Exact exact) {
        List<Gap> gaps = new ArrayList<>();
        for (Objective objective : Objective.values()) {
            for (RunResult result : results) {
                bounds.get(result.replication()).of(objective, result).ifPresent(bound -> {
                    double value = ReplicationBounds.find(result, "all", objective.metric())
                            .orElseThrow();
                    gaps.add(new Gap(
                            result.policy(),
                            objective,
                            result.replication(),
                            value,
                            bound,
                            exact.of(objective, result)));
                });
            }
        }
        return new GapTable(gaps);
    }

    /** Means over replications, by objective, then in the order of policies. */
    public List<GapSummary> summary(double confidence) {
        List<GapSummary> all = new ArrayList<>();
        for (Objective objective : Objective.values()) {
            List<String> policies = gaps.stream().map(Gap::policy).distinct().toList();
            for (String policy : policies) {
                List<Gap> own = gaps.stream()
                        .filter(gap ->
                                gap.objective() == objective && gap.policy().equals(policy))
                        .toList();
                if (!own.isEmpty()) {
                    all.add(GapSummary.of(own, confidence));
                }
            }
        }
        return all;
    }
}
