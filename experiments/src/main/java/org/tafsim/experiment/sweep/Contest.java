package org.tafsim.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Better;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;

/**
 * Which policies of a point are best by one metric: the one with the best mean, and all that paired differences do not tell from
 * it, all judgements together at the confidence of the summary (Holm).
 *
 * @param metric of scope {@code all}
 */
public record Contest(String metric) {

    /** What sweeps are judged by. */
    public static final List<Contest> ALL = List.of(
            new Contest("slo_attainment"), new Contest("ttft_p95"), new Contest("e2e_p95"), new Contest("violations"));

    /** Labels of the best policies, in the order of the results; empty where no policy has the metric. */
    List<String> best(List<RunResult> results, SummaryTable summary) {
        Optional<String> first = first(summary);
        if (first.isEmpty()) {
            return List.of();
        }
        List<String> worse = Comparison.against(first.get(), results, summary.confidence()).stream()
                .filter(difference -> difference.metric().equals(metric) && difference.isSignificant())
                .map(Difference::policy)
                .toList();
        List<String> best = new ArrayList<>(summary.policies());
        best.removeAll(worse);
        best.removeIf(policy -> summary.find(policy, "all", metric).isEmpty());
        return best;
    }

    private Optional<String> first(SummaryTable summary) {
        return summary.policies().stream()
                .filter(policy -> summary.find(policy, "all", metric).isPresent())
                .reduce((one, other) -> goodness(summary, other) > goodness(summary, one) ? other : one);
    }

    private double goodness(SummaryTable summary, String policy) {
        double mean = summary.find(policy, "all", metric)
                .map(SummaryRow::interval)
                .orElseThrow()
                .mean();
        return Better.of(metric) == Better.HIGHER ? mean : -mean;
    }
}
