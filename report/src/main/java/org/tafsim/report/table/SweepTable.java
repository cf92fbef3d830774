package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;

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
        return new SweepRows(points.subList(0, Math.min(MOST_POINTS, points.size())), policies)
                .sections().stream().map(SweepTable::group).toList();
    }

    private static List<RunTable.Row> group(SweepRows.Section section) {
        List<RunTable.Row> rows = new ArrayList<>();
        rows.add(new RunTable.Row(section.label(), section.unit(), section.blanks()));
        section.rows().forEach(row -> rows.add(new RunTable.Row("  " + row.label(), "", row.cells())));
        return rows;
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
