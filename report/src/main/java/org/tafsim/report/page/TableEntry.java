package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.report.table.Cell;
import org.tafsim.report.table.RunRows;

/**
 * A row of the terminal's table, in the same words and figures.
 *
 * @param label with two blanks before it where it belongs to the row above
 * @param unit of the cells
 * @param cells a text for each policy
 * @param best places of the policies that no other is found better than; none where all are
 */
record TableEntry(String section, String label, String unit, List<String> cells, List<Integer> best) {

    static List<TableEntry> list(SummaryTable summary) {
        List<TableEntry> entries = new ArrayList<>();
        for (RunRows.Section section : new RunRows(summary).sections()) {
            String whole = "";
            for (RunRows.Shown row : section.rows()) {
                String label = label(row.spec().label(), whole);
                whole = row.spec().label().startsWith(" ") ? whole : row.spec().label();
                entries.add(of(section.name(), label, row.spec().scale().unit(), row.cells()));
            }
        }
        return entries;
    }

    static TableEntry of(String section, String label, String unit, List<Cell> cells) {
        return new TableEntry(
                section,
                label,
                unit,
                cells.stream().map(TableEntry::text).toList(),
                IntStream.range(0, cells.size())
                        .filter(i -> cells.get(i).hasStar())
                        .boxed()
                        .toList());
    }

    static String text(Cell cell) {
        return cell.halfWidth().isEmpty() ? cell.mean() : cell.mean() + " " + cell.halfWidth();
    }

    /** Many blanks stand for the words of the row above, which a page repeats. */
    private static String label(String label, String above) {
        String stripped = label.stripLeading();
        int blanks = label.length() - stripped.length();
        return blanks > 2 && blanks < above.length() ? above.substring(0, blanks) + stripped : label;
    }
}
