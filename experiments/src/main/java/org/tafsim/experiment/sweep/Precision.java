package org.tafsim.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.plan.Replications;
import org.tafsim.experiment.plan.StopWhen;
import org.tafsim.stats.ConfidenceInterval;

/**
 * Decides how many replications a point needs, from the first ones in order: what has run beyond them does not count, so that
 * the decision is the same whatever ran first.
 */
final class Precision {

    private final Replications replications;
    private final int perObservation;

    Precision(Replications replications, int perObservation) {
        this.replications = replications;
        this.perObservation = perObservation;
    }

    /**
     * Replications wanted after so many.
     *
     * @param done replications whose results are at hand; those asked for before
     * @param results of these, any policies
     * @return {@code done} where that is enough
     */
    int wantedAfter(int done, List<RunResult> results) {
        boolean isEnough = replications.stopWhen().isEmpty()
                || done >= replications.most()
                || isPrecise(results, replications.stopWhen().get());
        if (isEnough) {
            return done;
        }
        int half = (replications.count() / 2 + perObservation - 1) / perObservation * perObservation;
        return Math.min(replications.most(), done + Math.max(perObservation, half));
    }

    private boolean isPrecise(List<RunResult> results, StopWhen rule) {
        Map<String, List<Double>> byPolicy = new LinkedHashMap<>();
        for (RunResult result : Observations.of(results, perObservation)) {
            result.metrics().stream()
                    .filter(metric ->
                            metric.scope().equals("all") && metric.name().equals(rule.metric()))
                    .forEach(metric -> byPolicy.computeIfAbsent(result.policy(), policy -> new ArrayList<>())
                            .add(metric.value()));
        }
        return byPolicy.values().stream().allMatch(values -> isNarrow(values, rule));
    }

    /** The true relative error is within γ when the estimated one is within γ / (1 + γ): Law, 5th ed., §9.4.1. */
    private static boolean isNarrow(List<Double> values, StopWhen rule) {
        ConfidenceInterval interval = ConfidenceInterval.student(
                values.stream().mapToDouble(Double::doubleValue).toArray(), rule.confidence());
        double adjusted = rule.relativeHalfWidth() / (1 + rule.relativeHalfWidth());
        return interval.halfWidth() <= adjusted * Math.abs(interval.mean());
    }
}
