package org.tafsim.report.page;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.ReplicationsCsv;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.stats.ConfidenceInterval;

/** Reads what replications of a run add up to. */
final class SummaryRows {

    static final String FILE = "summary.csv";
    static final List<String> COLUMNS = List.of("policy", "scope", "metric", "unit", "mean", "half_width", "n");

    private SummaryRows() {}

    /**
     * A run's numbers.
     *
     * @param rows of {@code summary.csv}, in its decimals
     * @param table for texts and states
     * @param results exact metrics of each replication; none where they are not at hand
     */
    record Read(List<List<@Nullable Object>> rows, SummaryTable table, List<RunResult> results) {}

    static Read read(FolderFiles files, Names policies, MetricRows metrics) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<SummaryRow> table = new ArrayList<>();
        files.rows(FILE, COLUMNS, "there are no numbers", row -> {
            rows.add(row(row, policies, metrics));
            table.add(tableRow(row));
        });
        Optional<List<RunResult>> results = files.text(ReplicationsCsv.FILE, "paired differences are left out")
                .flatMap(text -> parse(text, files.notices()));
        return new Read(
                rows, new SummaryTable(SummaryTable.CONFIDENCE, policies.list(), table), results.orElse(List.of()));
    }

    private static Optional<List<RunResult>> parse(String text, Notices notices) {
        try {
            return Optional.of(ReplicationsCsv.parse(text));
        } catch (IOException | IllegalArgumentException e) {
            notices.warn("%s is not as it should be: paired differences are left out.".formatted(ReplicationsCsv.FILE));
            return Optional.empty();
        }
    }

    private static List<@Nullable Object> row(NamedCsvRecord row, Names policies, MetricRows metrics) {
        return Arrays.asList(
                policies.indexOf(row.getField("policy")),
                metrics.scope(row.getField("scope")),
                metrics.metric(row.getField("metric"), row.getField("unit")),
                Numbers.of(row.getField("mean")),
                Numbers.orNull(row.getField("half_width")),
                Long.valueOf(row.getField("n")));
    }

    static SummaryRow tableRow(NamedCsvRecord row) {
        String halfWidth = row.getField("half_width");
        return new SummaryRow(
                row.getField("policy"),
                row.getField("scope"),
                row.getField("metric"),
                row.getField("unit"),
                new ConfidenceInterval(
                        Numbers.of(row.getField("mean")).doubleValue(),
                        halfWidth.isEmpty()
                                ? Double.POSITIVE_INFINITY
                                : Numbers.of(halfWidth).doubleValue(),
                        Long.parseLong(row.getField("n"))));
    }
}
