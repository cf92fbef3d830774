package org.tafsim.experiment;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.tafsim.engine.RunResult;
import org.tafsim.stats.ConfidenceInterval;

/** Writes the numbers of a run into its folder; {@code results/README.md} says what each file and column is. */
public final class ResultFiles {

    private final RunDraft draft;
    private final SeriesFile series;

    /** Of a run in the making, with the series as CSV. */
    public ResultFiles(RunDraft draft) {
        this(draft, new SeriesCsv());
    }

    /** Of a run in the making. */
    public ResultFiles(RunDraft draft, SeriesFile series) {
        this.draft = draft;
        this.series = series;
    }

    /**
     * Writes every file of numbers.
     *
     * @param resolvedScenario the text that determines the run
     * @param results in the order of policies and replications
     * @param summary of these results
     */
    public void write(String resolvedScenario, List<RunResult> results, SummaryTable summary) throws IOException {
        List<Difference> differences = Comparison.againstFirst(results, summary.confidence());
        draft.write("scenario.resolved.yaml", resolvedScenario);
        writeSummary(summary);
        writeDifferences(differences);
        series.write(draft, results);
        writeCurves(MeanCurve.of(results));
        draft.write("summary.json", SummaryJson.text(draft.info(), summary, differences));
    }

    private void writeSummary(SummaryTable summary) throws IOException {
        writeCsv("summary.csv", csv -> {
            csv.writeRecord("policy", "scope", "metric", "unit", "mean", "half_width", "n");
            for (SummaryRow row : summary.rows()) {
                ConfidenceInterval interval = row.interval();
                csv.writeRecord(
                        row.policy(),
                        row.scope(),
                        row.metric(),
                        row.unit(),
                        Decimals.fixed(interval.mean()),
                        halfWidth(interval),
                        Long.toString(interval.count()));
            }
        });
    }

    private void writeDifferences(List<Difference> differences) throws IOException {
        writeCsv("differences.csv", csv -> {
            csv.writeRecord("policy", "baseline", "scope", "metric", "unit", "mean_difference", "half_width", "n");
            for (Difference difference : differences) {
                ConfidenceInterval interval = difference.interval();
                csv.writeRecord(
                        difference.policy(),
                        difference.baseline(),
                        difference.scope(),
                        difference.metric(),
                        difference.unit(),
                        Decimals.fixed(interval.mean()),
                        halfWidth(interval),
                        Long.toString(interval.count()));
            }
        });
    }

    private static String halfWidth(ConfidenceInterval interval) {
        return Double.isFinite(interval.halfWidth()) ? Decimals.fixed(interval.halfWidth()) : "";
    }

    private void writeCurves(List<MeanCurve> curves) throws IOException {
        writeCsv("cdf.csv", csv -> {
            csv.writeRecord("policy", "scope", "metric", "probability", "value_ms");
            for (MeanCurve curve : curves) {
                for (int i = 0; i < curve.millis().size(); i++) {
                    csv.writeRecord(
                            curve.policy(),
                            curve.scope(),
                            curve.metric(),
                            Decimals.fixed(curve.probabilities().get(i)),
                            Decimals.fixed(curve.millis().get(i)));
                }
            }
        });
    }

    private void writeCsv(String path, Rows rows) throws IOException {
        try (CsvWriter csv = Csv.to(draft.create(path))) {
            rows.writeTo(csv);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    @FunctionalInterface
    private interface Rows {
        void writeTo(CsvWriter csv);
    }
}
