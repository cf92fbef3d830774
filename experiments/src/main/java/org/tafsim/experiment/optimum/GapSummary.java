package org.tafsim.experiment.optimum;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.tafsim.stats.ConfidenceInterval;

/**
 * Gaps of a policy in one objective, over replications.
 *
 * @param policy label
 * @param objective whose metric it is
 * @param value mean of the policy
 * @param bound mean of the bounds
 * @param gap mean of value and bound's differences, taken in pairs
 * @param exact mean of the exact optima, of the replications that have one
 * @param toExact mean of the differences to these
 */
public record GapSummary(
        String policy,
        Objective objective,
        ConfidenceInterval value,
        ConfidenceInterval bound,
        ConfidenceInterval gap,
        Optional<ConfidenceInterval> exact,
        Optional<ConfidenceInterval> toExact) {

    static GapSummary of(List<Gap> gaps, double confidence) {
        List<Gap> solved = gaps.stream().filter(gap -> gap.exact().isPresent()).toList();
        return new GapSummary(
                gaps.get(0).policy(),
                gaps.get(0).objective(),
                interval(gaps, Gap::value, confidence),
                interval(gaps, Gap::bound, confidence),
                interval(gaps, Gap::toBound, confidence),
                optional(solved, gap -> gap.exact().orElseThrow(), confidence),
                optional(solved, gap -> gap.toExact().orElseThrow(), confidence));
    }

    private static Optional<ConfidenceInterval> optional(
            List<Gap> gaps, ToDoubleFunction<Gap> value, double confidence) {
        return gaps.isEmpty() ? Optional.empty() : Optional.of(interval(gaps, value, confidence));
    }

    private static ConfidenceInterval interval(List<Gap> gaps, ToDoubleFunction<Gap> value, double confidence) {
        return ConfidenceInterval.student(gaps.stream().mapToDouble(value).toArray(), confidence);
    }
}
