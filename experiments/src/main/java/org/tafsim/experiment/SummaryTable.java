package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.engine.RunResult;
import org.tafsim.stats.ConfidenceInterval;

/**
 * Means over replications with their Student intervals.
 *
 * @param confidence of the intervals, in (0, 1)
 * @param policies labels in the order of the scenario
 * @param rows by policy, then in the order in which runs report their metrics
 */
public record SummaryTable(double confidence, List<String> policies, List<SummaryRow> rows) {

    /** Confidence where nothing else is asked for. */
    public static final double CONFIDENCE = 0.95;

    /** Copies. */
    public SummaryTable {
        policies = List.copyOf(policies);
        rows = List.copyOf(rows);
    }

    /** Summary at {@link #CONFIDENCE}; see {@link #of(List, double)}. */
    public static SummaryTable of(List<RunResult> results) {
        return of(results, CONFIDENCE);
    }

    /**
     * Summary of runs. A metric that a replication does not have (a mean of nothing) counts in fewer replications. Numbers are rounded to the
     * {@link Decimals#DECIMALS} of {@code summary.csv}, so that whoever reads that file shows what the terminal shows.
     *
     * @param results in the order of policies and replications
     * @param confidence in (0, 1)
     */
    public static SummaryTable of(List<RunResult> results, double confidence) {
        Samples samples = Samples.of(results);
        List<SummaryRow> rows = new ArrayList<>();
        for (String policy : samples.policies()) {
            samples.of(policy)
                    .forEach((key, values) -> rows.add(new SummaryRow(
                            policy,
                            key.scope(),
                            key.metric(),
                            key.unit(),
                            rounded(ConfidenceInterval.student(Samples.values(values), confidence)))));
        }
        return new SummaryTable(confidence, samples.policies(), rows);
    }

    private static ConfidenceInterval rounded(ConfidenceInterval interval) {
        double halfWidth = interval.halfWidth();
        return new ConfidenceInterval(
                rounded(interval.mean()),
                Double.isFinite(halfWidth) ? rounded(halfWidth) : halfWidth,
                interval.count());
    }

    private static double rounded(double value) {
        return Decimals.exact(value, Decimals.DECIMALS).doubleValue();
    }

    /** A metric of a policy, empty where it has none. */
    public Optional<SummaryRow> find(String policy, String scope, String metric) {
        return rows.stream()
                .filter(row -> row.policy().equals(policy)
                        && row.scope().equals(scope)
                        && row.metric().equals(metric))
                .findFirst();
    }

    /** Scopes of a kind such as {@code tier:}, in order of rows. */
    public List<String> listScopes(String prefix) {
        return rows.stream()
                .map(SummaryRow::scope)
                .filter(scope -> scope.startsWith(prefix))
                .distinct()
                .toList();
    }
}
