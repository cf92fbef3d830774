package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/** Named panels of colored cells, above each other over the same columns. */
final class HeatMap {

    private static final int ROW_HEIGHT = 14;
    private static final int GAP = 6;
    private static final Font NUMBERS = new Font(Font.SANS_SERIF, Font.PLAIN, 8);
    private static final BasicStroke FRAME = new BasicStroke(1.5f);
    private static final Color FRAMED = FigureStyle.color(3);
    private static final double INSET = 0.06;
    private static final double TEXT_MARGIN = 3;

    private final List<String> columns;
    private final List<String> rows;
    private final CombinedDomainXYPlot panels;
    private final String rowsLabel;
    private int count;

    /**
     * Without panels yet.
     *
     * @param columnsLabel what columns are
     * @param rowsLabel what rows are
     */
    HeatMap(List<String> columns, String columnsLabel, List<String> rows, String rowsLabel) {
        this.columns = columns;
        this.rows = rows;
        this.rowsLabel = rowsLabel;
        SymbolAxis axis = NamedRows.symbols(columns);
        axis.setLabel(hasRoomForRowsLabel() ? columnsLabel : "%s; down: %s".formatted(columnsLabel, rowsLabel));
        axis.setVerticalTickLabels(columns.stream().anyMatch(label -> isTooWide(label, FigureStyle.SMALL)));
        panels = new CombinedDomainXYPlot(axis);
        panels.setGap(GAP);
    }

    /**
     * One field.
     *
     * @param text left out where it is wider than the field
     * @param isFramed whether it stands out
     */
    record Cell(int column, int row, Color fill, String text, boolean isFramed) {}

    /** Adds a panel below. */
    void add(String name, List<Cell> cells) {
        SymbolAxis axis = NamedRows.symbols(rows);
        axis.setInverted(true);
        axis.setRange(-1.5, rows.size() - 0.5); // a row for the name
        axis.setLabel(hasRoomForRowsLabel() ? rowsLabel : null);
        XYPlot panel = FigureStyle.empty(null, axis);
        panel.setDomainGridlinesVisible(false);
        panel.setRangeGridlinesVisible(false);
        cells.forEach(cell -> draw(cell, panel));
        panel.addAnnotation(title(name));
        panels.add(panel, rows.size() + 1);
        count++;
    }

    CombinedDomainXYPlot plot() {
        return panels;
    }

    /** Of all panels with the axis of columns (points). */
    int height() {
        double widest = columns.stream()
                .mapToDouble(label -> FigureStyle.width(label, FigureStyle.SMALL))
                .max()
                .orElse(0);
        boolean isUpright = columns.stream().noneMatch(label -> isTooWide(label, FigureStyle.SMALL));
        return count * (ROW_HEIGHT * (rows.size() + 1) + GAP) + 38 + (isUpright ? 0 : (int) Math.round(widest));
    }

    /** It stands upright beside its rows. */
    private boolean hasRoomForRowsLabel() {
        return FigureStyle.width(rowsLabel, FigureStyle.TEXT) <= ROW_HEIGHT * (rows.size() + 1);
    }

    private double columnWidth() {
        double widest = rows.stream()
                .mapToDouble(label -> FigureStyle.width(label, FigureStyle.SMALL))
                .max()
                .orElse(0);
        return (Figure.WIDTH - 52 - widest) / columns.size();
    }

    private boolean isTooWide(String text, Font font) {
        return FigureStyle.width(text, font) > columnWidth() - TEXT_MARGIN;
    }

    private static XYTextAnnotation title(String name) {
        XYTextAnnotation title = new XYTextAnnotation(name, -0.5, -1);
        title.setFont(FigureStyle.SMALL_BOLD);
        title.setPaint(FigureStyle.INK);
        title.setTextAnchor(TextAnchor.CENTER_LEFT);
        return title;
    }

    private void draw(Cell cell, XYPlot panel) {
        panel.addAnnotation(box(cell, 0, null, cell.fill()));
        if (cell.isFramed()) {
            panel.addAnnotation(box(cell, INSET, FRAMED, null));
        }
        if (!isTooWide(cell.text(), NUMBERS)) {
            XYTextAnnotation text = new XYTextAnnotation(cell.text(), cell.column(), cell.row());
            text.setFont(NUMBERS);
            text.setPaint(Shades.ink(cell.fill()));
            text.setTextAnchor(TextAnchor.CENTER);
            panel.addAnnotation(text);
        }
    }

    private static XYBoxAnnotation box(Cell cell, double inset, @Nullable Color line, @Nullable Color fill) {
        double half = 0.5 - inset;
        return new XYBoxAnnotation(
                cell.column() - half,
                cell.row() + half, // rows go down
                cell.column() + half,
                cell.row() - half,
                line == null ? null : FRAME,
                line,
                fill);
    }
}
