package org.tafsim.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.stats.ConfidenceInterval;

/**
 * What one may choose: a policy, or a policy at a point of a sweep.
 *
 * @param cost or what stands for it
 * @param latency time to first token, p95 (ms)
 * @param violating share of requests that break a rule; empty where none is checked
 */
record Choice(String label, ConfidenceInterval cost, ConfidenceInterval latency, Optional<Double> violating) {

    /** None where the policy lacks one of the two. */
    static Optional<Choice> of(String label, SummaryTable summary, String policy, String costMetric) {
        Optional<ConfidenceInterval> cost = interval(summary, policy, costMetric);
        Optional<ConfidenceInterval> latency = interval(summary, policy, "ttft_p95");
        Optional<Double> violating =
                interval(summary, policy, "violating_requests").map(ConfidenceInterval::mean);
        return cost.flatMap(spent -> latency.map(waited -> new Choice(label, spent, waited, violating)));
    }

    private static Optional<ConfidenceInterval> interval(SummaryTable summary, String policy, String metric) {
        return summary.find(policy, "all", metric).map(SummaryRow::interval);
    }

    /** Those of which no other is both as cheap and as quick, by rising cost. */
    static List<Choice> front(List<Choice> choices) {
        ToDoubleFunction<Choice> cost = choice -> choice.cost().mean();
        ToDoubleFunction<Choice> latency = choice -> choice.latency().mean();
        List<Choice> sorted = choices.stream()
                .sorted(Comparator.comparingDouble(cost).thenComparingDouble(latency))
                .toList();
        List<Choice> front = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        for (Choice choice : sorted) {
            if (choice.latency().mean() < least) {
                front.add(choice);
                least = choice.latency().mean();
            }
        }
        return front;
    }

    /** The two values; choices of one place are one dot. */
    List<Double> place() {
        return List.of(cost.mean(), latency.mean());
    }

    Choice called(String other) {
        return new Choice(other, cost, latency, violating);
    }

    boolean breaksNothing() {
        return violating.filter(share -> share == 0).isPresent();
    }
}
