package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.SummaryTable;

/** The numbers of a run for people: metrics down, policies across, in blocks no wider than {@link #WIDTH}. */
public final class RunTable {

    /** Widest line (columns). */
    public static final int WIDTH = 100;

    private final RunHeadline headline;
    private final SummaryTable summary;

    /** A table of a run's summary. */
    public RunTable(RunHeadline headline, SummaryTable summary) {
        this.headline = headline;
        this.summary = summary;
    }

    /**
     * One row.
     *
     * @param label of it
     * @param unit of its numbers
     * @param cells one for each policy
     */
    record Row(String label, String unit, List<Cell> cells) {}

    /**
     * Lines without line feeds.
     *
     * @param isStyled whether to use bold and dim text (ANSI escapes)
     */
    public List<String> lines(boolean isStyled) {
        Ink ink = isStyled ? Ink.ANSI : Ink.PLAIN;
        List<List<Row>> groups = groups();
        List<String> lines = new ArrayList<>();
        lines.add(ink.strong(headline.scenario()));
        lines.addAll(Wrap.lines(headline.text(), WIDTH));
        for (TableBlock block : TableBlock.split(summary.policies(), groups, WIDTH)) {
            lines.add("");
            lines.addAll(block.lines(ink));
        }
        lines.add("");
        for (String note : footnotes()) {
            Wrap.lines(note, WIDTH).forEach(line -> lines.add(ink.faint(line)));
        }
        return List.copyOf(lines);
    }

    private List<List<Row>> groups() {
        return new RunRows(summary)
                .sections().stream()
                        .map(section -> section.rows().stream()
                                .map(row -> new Row(
                                        row.spec().label(), row.spec().scale().unit(), row.cells()))
                                .toList())
                        .toList();
    }

    private List<String> footnotes() {
        List<String> notes = new ArrayList<>();
        if (headline.replications() > 1) {
            notes.add(
                    "± half-width of the %s %% confidence interval over %s replications (Student); none where all agree."
                            .formatted(Decimals.fixed(summary.confidence() * 100, 0), headline.replications()));
        } else {
            notes.add("One replication: no interval. Set run.replications to 5 or more to learn how sure this is.");
        }
        if (summary.policies().size() > 1) {
            notes.add("* best of the row, with all whose interval overlaps it. All policies saw the same requests.");
        }
        notes.add("Latencies: completed requests, as users see them; network, queue and compute add up to the mean.");
        return notes;
    }
}
