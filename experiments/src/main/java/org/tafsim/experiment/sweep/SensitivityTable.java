package org.tafsim.experiment.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.experiment.CsvText;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.plan.Sensitivity;
import org.tafsim.experiment.plan.SensitivityMethod;

/** Which parameters matter to which metric, under each policy: for metrics of all requests that every point has. */
public final class SensitivityTable {

    /** In a sweep's folder. */
    public static final String FILE = "sensitivity.csv";

    private final List<Row> rows = new ArrayList<>();

    /**
     * A line.
     *
     * @param unit of the estimate where it is an effect (mu_star, mu, sigma); shares of the variance have none
     */
    private record Row(String policy, String metric, String unit, String path, SensitivityMethod.Index index) {}

    /** Of the points of a sweep that is complete; empty where it is not. */
    SensitivityTable(Sensitivity design, List<PointSummary> points, int size) {
        if (points.size() < size) {
            return;
        }
        Sensitivity.Analysis analysis = design.analysis();
        SummaryTable first = points.get(0).summary();
        for (SummaryRow row : first.rows()) {
            if (row.scope().equals("all")) {
                values(points, row)
                        .ifPresent(values -> analysis.indices(values, SummaryTable.CONFIDENCE)
                                .forEach(index -> rows.add(new Row(
                                        row.policy(),
                                        row.metric(),
                                        design.method() == SensitivityMethod.MORRIS ? row.unit() : "fraction",
                                        design.paths().get(index.parameter()),
                                        index))));
            }
        }
    }

    private static Optional<double[]> values(List<PointSummary> points, SummaryRow row) {
        double[] values = new double[points.size()];
        for (int i = 0; i < values.length; i++) {
            Optional<SummaryRow> found = points.get(i).summary().find(row.policy(), row.scope(), row.metric());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            values[i] = found.get().interval().mean();
        }
        return Optional.of(values);
    }

    /** By policy, metric and parameter. */
    String csv() {
        return CsvText.of(csv -> {
            csv.writeRecord("policy", "metric", "unit", "path", "index", "estimate", "low", "high");
            for (Row row : rows) {
                csv.writeRecord(
                        row.policy(),
                        row.metric(),
                        row.unit(),
                        row.path(),
                        row.index().name(),
                        Decimals.fixed(row.index().interval().estimate()),
                        Decimals.fixed(row.index().interval().low()),
                        Decimals.fixed(row.index().interval().high()));
            }
        });
    }
}
