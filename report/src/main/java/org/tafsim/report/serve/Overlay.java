package org.tafsim.report.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.Better;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.store.ResultFolder;
import org.tafsim.store.SummaryFile;

/**
 * Some runs in one picture: a column for each policy of each.
 *
 * @param scope what numbers and latencies are about
 * @param scopes that any of the runs has
 * @param columns in the order of runs and policies
 * @param metrics rows of numbers
 * @param curves of latency
 * @param series over time
 */
record Overlay(
        String scope,
        List<String> scopes,
        List<Column> columns,
        List<Row> metrics,
        List<RunCurves.Curve> curves,
        List<RunCurves.Line> series) {

    /** A policy of a run. */
    record Column(String key, String id, String scenario, String policy) {}

    /**
     * A metric, by column.
     *
     * @param values null where a run does not have it
     * @param unit of the texts
     * @param better less, more or none
     */
    record Row(
            String metric,
            String unit,
            String better,
            List<String> texts,
            List<@Nullable Double> values,
            List<@Nullable Double> halfWidths) {}

    static Overlay of(Shelf shelf, List<ResultFolder> runs, String scope) throws IOException {
        List<Column> columns = new ArrayList<>();
        Map<String, List<Optional<SummaryFile.Value>>> metrics = new LinkedHashMap<>();
        Set<String> scopes = new LinkedHashSet<>();
        List<RunCurves.Curve> curves = new ArrayList<>();
        List<RunCurves.Line> series = new ArrayList<>();
        for (ResultFolder run : runs) {
            if (run.isSweep()) {
                throw new Refusal(Refusal.WRONG, "Only runs lie over each other; %s is a sweep.".formatted(run.id()));
            }
            Map<String, Integer> places = new LinkedHashMap<>();
            for (String policy : run.policies()) {
                places.put(policy, columns.size());
                columns.add(new Column(shelf.key(run.path()), run.id(), run.fact("scenario"), policy));
            }
            collect(SummaryFile.of(run), places, scope, metrics, scopes);
            RunCurves read = new RunCurves(run, places);
            curves.addAll(read.latencies(scope));
            series.addAll(read.series());
        }
        return new Overlay(scope, List.copyOf(scopes), columns, rows(metrics, columns.size()), curves, series);
    }

    private static void collect(
            Map<SummaryFile.Key, SummaryFile.Value> summary,
            Map<String, Integer> places,
            String scope,
            Map<String, List<Optional<SummaryFile.Value>>> metrics,
            Set<String> scopes) {
        summary.forEach((key, value) -> {
            scopes.add(key.scope());
            Integer place = places.get(key.policy());
            if (key.scope().equals(scope) && place != null) {
                List<Optional<SummaryFile.Value>> row =
                        metrics.computeIfAbsent(key.metric() + " " + value.unit(), name -> new ArrayList<>());
                while (row.size() < place) {
                    row.add(Optional.empty());
                }
                row.add(Optional.of(value));
            }
        });
    }

    private static List<Row> rows(Map<String, List<Optional<SummaryFile.Value>>> metrics, int columns) {
        List<Row> rows = new ArrayList<>();
        metrics.forEach((name, found) -> {
            while (found.size() < columns) {
                found.add(Optional.empty());
            }
            String metric = name.substring(0, name.indexOf(' '));
            String unit = name.substring(name.indexOf(' ') + 1);
            List<Optional<ConfidenceInterval>> intervals =
                    found.stream().map(value -> value.map(Intervals::of)).toList();
            List<@Nullable Double> values = new ArrayList<>();
            List<@Nullable Double> halfWidths = new ArrayList<>();
            for (Optional<SummaryFile.Value> value : found) {
                values.add(value.map(SummaryFile.Value::mean).orElse(null));
                halfWidths.add(value.flatMap(SummaryFile.Value::halfWidth).orElse(null));
            }
            rows.add(new Row(
                    metric,
                    MetricTexts.unit(unit),
                    Better.of(metric).word(),
                    MetricTexts.of(unit, intervals),
                    values,
                    halfWidths));
        });
        return rows;
    }
}
