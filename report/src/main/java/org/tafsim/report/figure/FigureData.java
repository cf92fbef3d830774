package org.tafsim.report.figure;

import java.util.Comparator;
import java.util.List;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.MeanCurve;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.CutOff;

/**
 * What figures show.
 *
 * @param scenario name
 * @param replications of each policy
 * @param warmupSeconds unmeasured start of each run (s)
 * @param results in the order of policies and replications
 * @param summary of them
 * @param curves of them
 * @param differences of them
 * @param cutOffs of the scenario
 */
record FigureData(
        String scenario,
        int replications,
        double warmupSeconds,
        List<RunResult> results,
        SummaryTable summary,
        List<MeanCurve> curves,
        List<Difference> differences,
        List<CutOff> cutOffs) {

    /** More lines than this nobody tells apart. */
    private static final int MOST_LINES = 8;

    List<String> policies() {
        return summary.policies();
    }

    /** Those that have a line or a panel of their own: all, or of many those that keep the most promises, in their order. */
    List<String> drawn() {
        if (policies().size() <= MOST_LINES) {
            return policies();
        }
        List<String> best = policies().stream()
                .sorted(Comparator.comparingDouble(policy -> -meanOr(policy, "slo_attainment", 0)))
                .limit(MOST_LINES)
                .toList();
        return policies().stream().filter(best::contains).toList();
    }

    /** Says what was left out of lines and panels; empty where nothing was. */
    String omission() {
        return policies().size() <= MOST_LINES
                ? ""
                : ", %s best by SLO of %s policies"
                        .formatted(MOST_LINES, policies().size());
    }

    private double meanOr(String policy, String metric, double otherwise) {
        return summary.find(policy, "all", metric)
                .map(SummaryRow::interval)
                .map(interval -> interval.mean())
                .orElse(otherwise);
    }

    /** E.g. {@code mean of 5 replications}. */
    String meanOf() {
        return replications == 1 ? "1 replication" : "mean of %s replications".formatted(replications);
    }

    /** E.g. {@code mean of 5 replications, 95 % Student intervals}. */
    String meanAndIntervals() {
        return replications == 1
                ? "1 replication, no interval"
                : "mean of %s replications, %s %% Student intervals"
                        .formatted(replications, Math.round(summary.confidence() * 100));
    }
}
