package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.Contest;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.report.table.RowSpec.Scale;

/** The numbers of a sweep for people: for each of some metrics, points down and policies across. */
public final class SweepTable {

    private static final int MOST_POINTS = 40;

    private final Experiment experiment;
    private final List<PointSummary> points;
    private final List<String> policies;

    /** A table of a sweep's summary. */
    public SweepTable(Experiment experiment, List<PointSummary> points) {
        this.experiment = experiment;
        this.points = points;
        Set<String> labels = new LinkedHashSet<>();
        points.forEach(point -> labels.addAll(point.summary().policies()));
        this.policies = List.copyOf(labels);
    }

    /** How a contest's metric is shown. */
    private record Shown(String label, Scale scale) {
        static Shown of(Contest contest) {
            return switch (contest.metric()) {
                case "slo_attainment" -> new Shown("SLO attainment", Scale.PERCENT);
                case "ttft_p95" -> new Shown("Time to first token, p95", Scale.MILLIS);
                case "e2e_p95" -> new Shown("End to end, p95", Scale.MILLIS);
                default -> new Shown("Violations", Scale.COUNT);
            };
        }
    }

    /**
     * Lines without line feeds.
     *
     * @param isStyled whether to use bold and dim text (ANSI escapes)
     */
    public List<String> lines(boolean isStyled) {
        Ink ink = isStyled ? Ink.ANSI : Ink.PLAIN;
        List<String> lines = new ArrayList<>();
        lines.add(ink.strong(experiment.name()));
        lines.addAll(Wrap.lines(headline(), RunTable.WIDTH));
        for (TableBlock block : TableBlock.split(policies, groups(), RunTable.WIDTH)) {
            lines.add("");
            lines.addAll(block.lines(ink));
        }
        lines.add("");
        footnotes().forEach(note -> Wrap.lines(note, RunTable.WIDTH).forEach(line -> lines.add(ink.faint(line))));
        return List.copyOf(lines);
    }

    private String headline() {
        int least = points.stream().mapToInt(PointSummary::replications).min().orElse(0);
        int most = points.stream().mapToInt(PointSummary::replications).max().orElse(0);
        return "%d point%s × %s replications × %d policies; rows: %s"
                .formatted(
                        points.size(),
                        points.size() == 1 ? "" : "s",
                        least == most ? Integer.toString(least) : least + " to " + most,
                        policies.size(),
                        String.join(", ", experiment.paths()));
    }

    private List<List<RunTable.Row>> groups() {
        List<List<RunTable.Row>> groups = new ArrayList<>();
        for (int i = 0; i < Contest.ALL.size(); i++) {
            Shown shown = Shown.of(Contest.ALL.get(i));
            List<RunTable.Row> rows = new ArrayList<>();
            rows.add(new RunTable.Row(
                    shown.label(),
                    shown.scale().unit(),
                    policies.stream().map(policy -> Cell.BLANK).toList()));
            for (PointSummary point : points.subList(0, Math.min(MOST_POINTS, points.size()))) {
                rows.add(new RunTable.Row("  " + Labels.ofPoint(point.point()), "", cells(point, i, shown.scale())));
            }
            groups.add(rows);
        }
        return groups;
    }

    private List<Cell> cells(PointSummary point, int contest, Scale scale) {
        List<String> best = point.best().get(contest);
        boolean isContested = best.size() < point.summary().policies().size();
        String metric = Contest.ALL.get(contest).metric();
        List<Cell> cells = new ArrayList<>();
        for (String policy : policies) {
            Optional<SummaryRow> row = point.summary().find(policy, "all", metric);
            Cell cell = row.map(SummaryRow::interval)
                    .map(interval -> Cell.of(interval, scale, Cell.decimals(interval, scale)))
                    .orElse(Cell.MISSING);
            cells.add(isContested && best.contains(policy) ? cell.withStar() : cell);
        }
        return cells;
    }

    private List<String> footnotes() {
        List<String> notes = new ArrayList<>();
        notes.add("± half-width of the 95 % confidence interval over the replications (Student).");
        notes.add("* best of the row, with all that paired differences do not tell from it (95 %, Holm).");
        if (points.size() > MOST_POINTS) {
            notes.add("%d more points are in summary.csv.".formatted(points.size() - MOST_POINTS));
        }
        return notes;
    }
}
