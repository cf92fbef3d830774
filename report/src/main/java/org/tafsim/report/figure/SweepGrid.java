package org.tafsim.report.figure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.report.table.Labels;

/**
 * A sweep over two things, as columns and rows; fields that were left out of it stay empty.
 *
 * @param across path of the columns, of which there are no fewer than rows
 * @param down path of the rows
 * @param columns texts of the values, in the order of the file
 * @param rows likewise
 */
record SweepGrid(String across, String down, List<String> columns, List<String> rows, List<PointSummary> points) {

    private static final int MOST_ROWS = 16;
    private static final int MOST_COLUMNS = 16;

    /** None where not exactly two things vary, each of which has two values at least and not more than fit a page. */
    static Optional<SweepGrid> of(Experiment experiment, List<PointSummary> points) {
        if (experiment.paths().size() != 2) {
            return Optional.empty();
        }
        String first = experiment.paths().get(0);
        String second = experiment.paths().get(1);
        List<String> values = values(points, first);
        List<String> others = values(points, second);
        boolean hasAll = points.stream()
                .allMatch(point -> Stream.of(first, second)
                        .allMatch(path -> point.point().find(path).isPresent()));
        SweepGrid grid = values.size() >= others.size()
                ? new SweepGrid(first, second, values, others, points)
                : new SweepGrid(second, first, others, values, points);
        return hasAll && grid.isReadable() ? Optional.of(grid) : Optional.empty();
    }

    private boolean isReadable() {
        return rows.size() >= 2 && rows.size() <= MOST_ROWS && columns.size() <= MOST_COLUMNS;
    }

    private static List<String> values(List<PointSummary> points, String path) {
        return points.stream()
                .flatMap(point -> point.point().find(path).stream())
                .distinct()
                .toList();
    }

    int column(PointSummary point) {
        return columns.indexOf(point.point().find(across).orElseThrow());
    }

    int row(PointSummary point) {
        return rows.indexOf(point.point().find(down).orElseThrow());
    }

    /** A heat map without panels yet. */
    HeatMap map() {
        return new HeatMap(columns, Labels.lastOf(across), rows, Labels.lastOf(down));
    }

    /** E.g. {@code chat rate and telemetry}. */
    String words() {
        return Labels.lastOf(across) + " and " + Labels.lastOf(down);
    }
}
