package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.tafsim.report.table.RunTable.Row;

/** Some policies side by side, as many as fit. Numbers align at their half-widths. */
final class TableBlock {

    private static final int WIDEST_HEADING = 18;
    private static final String GAP = "  ";
    private static final String STAR = "*";

    private final Labels labels;
    private final List<Column> columns;

    private TableBlock(Labels labels, List<Column> columns) {
        this.labels = labels;
        this.columns = columns;
    }

    /** The two columns on the left, of every block. */
    private record Labels(List<List<Row>> groups, int labelWidth, int unitWidth) {

        static Labels of(List<List<Row>> groups) {
            return new Labels(groups, widest(groups, row -> row.label()), widest(groups, row -> row.unit()));
        }

        int width() {
            return labelWidth + GAP.length() + unitWidth;
        }

        String text(String label, String unit) {
            return Wrap.left(label, labelWidth) + GAP + Wrap.left(unit, unitWidth);
        }
    }

    /** One policy: the place of its cells in the rows, its heading, and the widths of means and half-widths. */
    private record Column(int index, List<String> heading, int meanWidth, int halfWidthWidth) {

        static Column of(int index, String policy, List<List<Row>> groups) {
            return new Column(
                    index,
                    Wrap.name(policy, WIDEST_HEADING),
                    widest(groups, row -> row.cells().get(index).mean()),
                    widest(groups, row -> row.cells().get(index).halfWidth()));
        }

        /** Of the numbers: mean, blank, half-width, mark. */
        private int numbersWidth() {
            return meanWidth + (halfWidthWidth == 0 ? 0 : 1 + halfWidthWidth) + STAR.length();
        }

        int width() {
            return Math.max(
                    numbersWidth(),
                    heading.stream().mapToInt(Wrap::length).max().orElse(0));
        }

        String heading(int line, int height) {
            int ownLine = line - (height - heading.size());
            return Wrap.right(ownLine < 0 ? "" : heading.get(ownLine), width() - STAR.length()) + " ";
        }

        String text(Row row, Ink ink) {
            Cell cell = row.cells().get(index);
            String mean = Wrap.right(cell.mean(), meanWidth);
            String spread = halfWidthWidth == 0 ? "" : " " + Wrap.left(cell.halfWidth(), halfWidthWidth);
            return " ".repeat(width() - numbersWidth())
                    + (cell.hasStar() ? ink.strong(mean) : mean)
                    + ink.faint(spread)
                    + (cell.hasStar() ? STAR : " ");
        }
    }

    private static int widest(List<List<Row>> groups, Function<Row, String> text) {
        ToIntFunction<Row> length = row -> Wrap.length(text.apply(row));
        return groups.stream().flatMap(List::stream).mapToInt(length).max().orElse(0);
    }

    /** Blocks that hold all policies in order, none wider than the width unless one policy alone is. */
    static List<TableBlock> split(List<String> policies, List<List<Row>> groups, int width) {
        Labels labels = Labels.of(groups);
        List<TableBlock> blocks = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        int used = labels.width();
        for (int i = 0; i < policies.size(); i++) {
            Column column = Column.of(i, policies.get(i), groups);
            if (!columns.isEmpty() && used + GAP.length() + column.width() > width) {
                blocks.add(new TableBlock(labels, List.copyOf(columns)));
                columns.clear();
                used = labels.width();
            }
            columns.add(column);
            used += GAP.length() + column.width();
        }
        blocks.add(new TableBlock(labels, List.copyOf(columns)));
        return blocks;
    }

    List<String> lines(Ink ink) {
        List<String> lines = new ArrayList<>();
        int height = columns.stream()
                .mapToInt(column -> column.heading().size())
                .max()
                .orElse(0);
        for (int i = 0; i < height; i++) {
            int line = i;
            lines.add(ink.strong(line(labels.text("", ""), column -> column.heading(line, height))));
        }
        for (List<Row> group : labels.groups()) {
            if (group != labels.groups().get(0)) {
                lines.add("");
            }
            group.forEach(
                    row -> lines.add(line(labels.text(row.label(), row.unit()), column -> column.text(row, ink))));
        }
        return lines;
    }

    private String line(String label, Function<Column, String> text) {
        StringBuilder line = new StringBuilder(label);
        columns.forEach(column -> line.append(GAP).append(text.apply(column)));
        return line.toString().stripTrailing();
    }
}
