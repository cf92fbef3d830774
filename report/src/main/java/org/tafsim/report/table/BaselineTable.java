package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tafsim.experiment.PointDifference;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.plan.Point;
import org.tafsim.experiment.sweep.PointSummary;

/** What it costs to leave the baseline: for each of some metrics, points down and policies across, as paired differences. */
public final class BaselineTable {

    private static final int MOST_POINTS = 40;

    private final Experiment experiment;
    private final List<PointSummary> points;
    private final List<String> policies;
    private final Set<Integer> baselines = new LinkedHashSet<>();

    /** A table of a sweep's summary. */
    public BaselineTable(Experiment experiment, List<PointSummary> points) {
        this.experiment = experiment;
        this.points = points;
        Set<String> labels = new LinkedHashSet<>();
        points.forEach(point -> labels.addAll(point.summary().policies()));
        this.policies = List.copyOf(labels);
        points.forEach(point -> point.againstBaseline().forEach(difference -> baselines.add(difference.baseline())));
    }

    /**
     * Lines without line feeds; none where nothing is compared with a baseline.
     *
     * @param isStyled whether to use bold and dim text (ANSI escapes)
     */
    public List<String> lines(boolean isStyled) {
        Ink ink = isStyled ? Ink.ANSI : Ink.PLAIN;
        List<List<RunTable.Row>> groups =
                Compared.list(experiment, points).stream().map(this::group).toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(ink.strong("Against the baseline"));
        for (TableBlock block : TableBlock.split(policies, groups, RunTable.WIDTH)) {
            lines.add("");
            lines.addAll(block.lines(ink));
        }
        lines.add("");
        footnotes().forEach(note -> Wrap.lines(note, RunTable.WIDTH).forEach(line -> lines.add(ink.faint(line))));
        return List.copyOf(lines);
    }

    private List<RunTable.Row> group(Compared metric) {
        List<RunTable.Row> rows = new ArrayList<>();
        rows.add(new RunTable.Row(
                metric.label(), "", policies.stream().map(policy -> Cell.BLANK).toList()));
        for (PointSummary point : points.subList(0, Math.min(MOST_POINTS, points.size()))) {
            String label = Labels.ofPoint(point.point());
            if (isBaseline(point.point())) {
                rows.add(new RunTable.Row("= " + label, metric.unit(), means(point, metric)));
            } else if (!point.againstBaseline().isEmpty()) {
                rows.add(new RunTable.Row("  " + label, metric.unitOfDifference(), differences(point, metric)));
            }
        }
        return rows;
    }

    private boolean isBaseline(Point point) {
        return baselines.contains(point.number());
    }

    private List<Cell> means(PointSummary point, Compared metric) {
        return policies.stream()
                .map(policy -> point.summary()
                        .find(policy, "all", metric.metric())
                        .map(SummaryRow::interval)
                        .map(interval -> Cell.ofAnySize(interval, metric.factor(), false))
                        .orElse(Cell.MISSING))
                .toList();
    }

    private List<Cell> differences(PointSummary point, Compared metric) {
        return policies.stream()
                .map(policy -> metric.find(point, policy)
                        .map(difference -> cell(difference, metric))
                        .orElse(Cell.MISSING))
                .toList();
    }

    private static Cell cell(PointDifference difference, Compared metric) {
        Cell cell = Cell.ofAnySize(difference.interval(), metric.factor(), true);
        return difference.isSignificant() ? cell.withStar() : cell;
    }

    private List<String> footnotes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                "= the baseline itself; other rows: difference to it in pairs of replications, ± half-width of the 95 % "
                        + "interval (Student).");
        notes.add("* a difference is found (95 %, all points and policies of a metric together, Holm).");
        if (points.size() > MOST_POINTS) {
            notes.add("%d more points are in baseline.csv.".formatted(points.size() - MOST_POINTS));
        }
        return notes;
    }
}
