package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.ResultFiles;
import org.tafsim.experiment.SummaryTable;

/** Policies against each other, in pairs of replications: against the first as {@code differences.csv} has them. */
final class DifferenceRows {

    /** Beyond, policies are held against the first only. */
    private static final int MOST_BASELINES = 8;

    /** Beyond, single applications are left out. */
    private static final int MOST_ROWS = 6_000;

    private DifferenceRows() {}

    /** Rows of policy, baseline, scope, metric, mean, half-width, n and the p-value adjusted after Holm. */
    static List<List<@Nullable Object>> of(
            List<RunResult> results, Names policies, MetricRows metrics, Notices notices) {
        List<String> labels = results.stream().map(RunResult::policy).distinct().toList();
        List<String> baselines = labels.size() <= MOST_BASELINES ? labels : labels.subList(0, 1);
        if (baselines.size() < labels.size()) {
            notices.inform("With more than %d policies, differences are those to the first.".formatted(MOST_BASELINES));
        }
        List<String> scopes = scopes(results);
        int most = baselines.size() * (labels.size() - 1) * scopes.size() * Comparison.METRICS.size();
        if (most > MOST_ROWS) {
            notices.inform("Differences are those over all applications together.");
            scopes = List.of("all");
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Difference difference : Comparison.againstEach(results, SummaryTable.CONFIDENCE, baselines, scopes)) {
            rows.add(Arrays.asList(
                    policies.indexOf(difference.policy()),
                    policies.indexOf(difference.baseline()),
                    metrics.scope(difference.scope()),
                    metrics.metric(difference.metric(), difference.unit()),
                    Numbers.of(Decimals.fixed(difference.interval().mean())),
                    Numbers.orNull(ResultFiles.halfWidth(difference.interval())),
                    difference.interval().count(),
                    Numbers.of(Decimals.fixed(difference.adjustedPValue()))));
        }
        return rows;
    }

    /** All and whole applications. */
    private static List<String> scopes(List<RunResult> results) {
        Set<String> scopes = new LinkedHashSet<>();
        results.stream()
                .flatMap(result -> result.metrics().stream())
                .map(Metric::scope)
                .filter(MetricRows::isWhole)
                .forEach(scopes::add);
        return List.copyOf(scopes);
    }
}
