package org.tafsim.report.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.store.ResultFolder;
import org.tafsim.store.SummaryFile;

/**
 * A run in the table.
 *
 * @param key by which addresses call it
 * @param startedAt instant, empty where it is not known
 * @param wallS seconds it took
 * @param policies with their numbers, in the order of the scenario
 */
record RunRow(
        String key,
        String id,
        String scenario,
        String seed,
        int replications,
        String version,
        String startedAt,
        String wallS,
        List<Policy> policies) {

    /**
     * Numbers of one policy, each list by {@link KeyMetric}.
     *
     * @param values as {@code summary.csv} has them; null where it does not
     * @param halfWidths of their intervals
     * @param texts for people
     */
    record Policy(String label, List<@Nullable Double> values, List<@Nullable Double> halfWidths, List<String> texts) {}

    static RunRow of(String key, ResultFolder run) throws IOException {
        Map<SummaryFile.Key, SummaryFile.Value> summary = SummaryFile.of(run);
        List<String> labels = run.policies();
        List<List<String>> texts = new ArrayList<>(); // by metric, then by policy
        for (KeyMetric metric : KeyMetric.values()) {
            List<Optional<ConfidenceInterval>> row = labels.stream()
                    .map(label -> find(summary, label, metric).map(Intervals::of))
                    .toList();
            texts.add(MetricTexts.of(metric.unit(), row));
        }
        List<Policy> policies = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            int place = i;
            policies.add(policy(
                    summary,
                    labels.get(i),
                    texts.stream().map(row -> row.get(place)).toList()));
        }
        return new RunRow(
                key,
                run.id(),
                run.fact("scenario"),
                run.fact("seed"),
                run.facts().path("replications").asInt(0),
                run.fact("tafsim_version"),
                run.fact("started_at"),
                run.fact("wall_s"),
                policies);
    }

    private static Policy policy(Map<SummaryFile.Key, SummaryFile.Value> summary, String label, List<String> texts) {
        List<@Nullable Double> values = new ArrayList<>();
        List<@Nullable Double> halfWidths = new ArrayList<>();
        for (KeyMetric metric : KeyMetric.values()) {
            Optional<SummaryFile.Value> value = find(summary, label, metric);
            values.add(value.map(SummaryFile.Value::mean).orElse(null));
            halfWidths.add(value.flatMap(SummaryFile.Value::halfWidth).orElse(null));
        }
        return new Policy(label, values, halfWidths, texts);
    }

    private static Optional<SummaryFile.Value> find(
            Map<SummaryFile.Key, SummaryFile.Value> summary, String policy, KeyMetric metric) {
        return Optional.ofNullable(summary.get(new SummaryFile.Key("", policy, "all", metric.metric())));
    }
}
