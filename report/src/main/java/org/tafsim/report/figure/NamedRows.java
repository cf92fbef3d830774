package org.tafsim.report.figure;

import java.util.List;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.tafsim.report.table.Labels;

/** Panels side by side whose rows have names, the first on top. */
final class NamedRows {

    private static final int ROW_HEIGHT = 26;
    private static final int FRAME_HEIGHT = 105;
    private static final int GAP = 16;

    private NamedRows() {}

    /** Of a figure of so many rows (points). */
    static int height(int rows) {
        return FRAME_HEIGHT + ROW_HEIGHT * rows;
    }

    static CombinedRangeXYPlot plot(List<String> rows, List<XYPlot> panels) {
        CombinedRangeXYPlot plot = new CombinedRangeXYPlot(axis(rows));
        plot.setGap(GAP);
        panels.forEach(plot::add);
        return plot;
    }

    /** From top to bottom. */
    static SymbolAxis axis(List<String> rows) {
        SymbolAxis names = symbols(rows);
        names.setTickLabelFont(FigureStyle.TEXT);
        names.setInverted(true);
        return names;
    }

    /** From left to right, or from bottom to top. */
    static SymbolAxis symbols(List<String> labels) {
        SymbolAxis names = FigureStyle.style(
                new SymbolAxis(null, labels.stream().map(Labels::shortened).toArray(String[]::new)));
        names.setGridBandsVisible(false);
        names.setRange(new Range(-0.5, labels.size() - 0.5));
        names.setTickMarksVisible(false);
        names.setAxisLineVisible(false);
        return names;
    }
}
