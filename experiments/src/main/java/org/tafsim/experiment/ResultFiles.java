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
        writeCsv("summary.csv", csv -> SummaryCsv.write(summary, csv));
        writeCsv(ReplicationsCsv.FILE, csv -> ReplicationsCsv.write(results, csv));
        writeDifferences(differences);
        series.write(draft, results);
        writeCsv(FlowsCsv.FILE, csv -> FlowsCsv.write(results, csv));
        writeCsv(SitesCsv.FILE, csv -> SitesCsv.write(results, csv));
        writeCsv(FlowsOverTimeCsv.FILE, csv -> FlowsOverTimeCsv.write(results, csv));
        writeCurves(MeanCurve.of(results));
        draft.write("summary.json", SummaryJson.text(draft.info(), summary, differences));
    }

    private void writeDifferences(List<Difference> differences) throws IOException {
        writeCsv("differences.csv", csv -> {
            csv.writeRecord(
                    "policy",
                    "baseline",
                    "scope",
                    "metric",
                    "unit",
                    "mean_difference",
                    "half_width",
                    "n",
                    "adjusted_p_value");
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
                        Long.toString(interval.count()),
                        Decimals.fixed(difference.adjustedPValue()));
            }
        });
    }

    /** Empty where one replication gives no interval. */
    public static String halfWidth(ConfidenceInterval interval) {
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
