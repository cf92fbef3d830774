package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.sweep.Contest;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.report.table.RowSpec.Scale;
import org.tafsim.stats.ConfidenceInterval;

/** The rows of a sweep that people look at first: what it is judged by, at each point; terminals and pages show the same. */
public final class SweepRows {

    private final List<PointSummary> points;
    private final List<String> policies;

    /**
     * Rows.
     *
     * @param points to show
     * @param policies labels, in the order of cells
     */
    public SweepRows(List<PointSummary> points, List<String> policies) {
        this.points = List.copyOf(points);
        this.policies = List.copyOf(policies);
    }

    /** A metric at all points. */
    public record Section(String label, String unit, List<Shown> rows) {

        /** Cells of its heading. */
        List<Cell> blanks() {
            return rows.isEmpty()
                    ? List.of()
                    : rows.get(0).cells().stream().map(cell -> Cell.BLANK).toList();
        }
    }

    /** It at one point, with a cell for each policy. */
    public record Shown(String label, List<Cell> cells) {}

    /** How a contest's metric is shown. */
    private record Metric(String label, Scale scale) {
        static Metric of(Contest contest) {
            return switch (contest.metric()) {
                case "slo_attainment" -> new Metric("SLO attainment", Scale.PERCENT);
                case "ttft_p95" -> new Metric("Time to first token, p95", Scale.MILLIS);
                case "e2e_p95" -> new Metric("End to end, p95", Scale.MILLIS);
                default -> new Metric("Violations", Scale.COUNT);
            };
        }
    }

    /** A section for each contest. */
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < Contest.ALL.size(); i++) {
            Metric metric = Metric.of(Contest.ALL.get(i));
            List<Shown> rows = new ArrayList<>();
            for (PointSummary point : points) {
                rows.add(new Shown(Labels.ofPoint(point.point()), cells(point, i, metric.scale())));
            }
            sections.add(new Section(metric.label(), metric.scale().unit(), rows));
        }
        return sections;
    }

    private List<Cell> cells(PointSummary point, int contest, Scale scale) {
        List<String> best = point.best().get(contest);
        boolean isContested = best.size() < point.summary().policies().size();
        String metric = Contest.ALL.get(contest).metric();
        List<Cell> cells = new ArrayList<>();
        for (String policy : policies) {
            Optional<ConfidenceInterval> interval =
                    point.summary().find(policy, "all", metric).map(SummaryRow::interval);
            Cell cell = interval.map(found -> Cell.of(found, scale, Cell.decimals(found, scale)))
                    .orElse(Cell.MISSING);
            cells.add(isContested && best.contains(policy) ? cell.withStar() : cell);
        }
        return cells;
    }
}
