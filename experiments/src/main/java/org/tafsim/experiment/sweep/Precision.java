package org.tafsim.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.analysis.StoppingRule;
import org.tafsim.experiment.plan.Replications;
import org.tafsim.experiment.plan.StopWhen;

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
        if (replications.stopWhen().isEmpty()) {
            return done;
        }
        StoppingRule.Decision decision = rule(replications.stopWhen().get())
                .decideAll(values(results, replications.stopWhen().get().metric()));
        if (decision.state() != StoppingRule.State.MORE) {
            return done;
        }
        int forecast = Math.min(decision.forecast(), 2 * decision.have()); // early variances are rough
        return Math.min(replications.most(), forecast * perObservation);
    }

    private StoppingRule rule(StopWhen stopWhen) {
        return new StoppingRule(
                Math.max(2, replications.count() / perObservation),
                replications.most() / perObservation,
                stopWhen.relativeHalfWidth(),
                stopWhen.confidence());
    }

    /** Observations of a metric of all requests, under each policy. */
    private List<double[]> values(List<RunResult> results, String metric) {
        Map<String, List<Double>> byPolicy = new LinkedHashMap<>();
        for (RunResult result : Observations.of(results, perObservation)) {
            List<Double> values = byPolicy.computeIfAbsent(result.policy(), policy -> new ArrayList<>());
            result.metrics().stream()
                    .filter(it -> it.scope().equals("all") && it.name().equals(metric))
                    .forEach(it -> values.add(it.value()));
        }
        return byPolicy.values().stream()
                .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
    }
}
