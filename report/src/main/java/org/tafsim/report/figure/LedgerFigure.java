package org.tafsim.report.figure;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.tafsim.experiment.measured.Ledger;
import org.tafsim.experiment.measured.Ledger.Judged;

/** Predicted against measured times, one dot for each measurement; on the line they are equal. */
public final class LedgerFigure {

    private static final int HEIGHT = 420;
    private static final double DOT = 2.5;
    private static final double LEGEND_DOT = 6;
    private static final int OPACITY = 100; // of 255: thousands of dots lie on each other

    /** Room around the data, as a factor. */
    private static final double MARGIN = 2;

    private LedgerFigure() {}

    /** The picture of a ledger that has entries. */
    public static Figure of(Ledger ledger) {
        Map<String, List<Judged>> bySource = new LinkedHashMap<>();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (Judged entry : ledger.entries()) {
            bySource.computeIfAbsent(entry.measurement().source(), any -> new ArrayList<>())
                    .add(entry);
            double measured = 1e3 * entry.measurement().seconds();
            double predicted = 1e3 * entry.predictedSeconds();
            least = Math.min(least, Math.min(measured, predicted));
            most = Math.max(most, Math.max(measured, predicted));
        }
        XYSeriesCollection series = new XYSeriesCollection();
        bySource.forEach((source, entries) -> series.addSeries(dots(source, entries)));
        series.addSeries(equality(least / MARGIN, most * MARGIN));
        XYPlot plot = new XYPlot(
                series,
                new LogarithmicAxis("measured (ms)", least / MARGIN, most * MARGIN),
                new LogarithmicAxis("predicted (ms)", least / MARGIN, most * MARGIN),
                renderer(bySource.size()));
        FigureStyle.style(plot);
        String subtitle = String.format(
                Locale.ROOT,
                "%,d published measurements, constants as shipped",
                ledger.entries().size());
        return new Figure(
                "ledger",
                "Predicted against measured times of serving",
                "A dot for each of %s, by source; on the line the simulator predicts what was measured."
                        .formatted(subtitle),
                HEIGHT,
                FigureStyle.chart("Serving: predicted against measured", subtitle, plot, true));
    }

    private static XYSeries dots(String source, List<Judged> entries) {
        XYSeries dots = new XYSeries(source, false, true);
        entries.forEach(entry -> dots.add(1e3 * entry.measurement().seconds(), 1e3 * entry.predictedSeconds()));
        return dots;
    }

    private static XYSeries equality(double from, double to) {
        XYSeries line = new XYSeries("equal", false, true);
        line.add(from, from);
        line.add(to, to);
        return line;
    }

    private static XYLineAndShapeRenderer renderer(int sources) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        for (int i = 0; i < sources; i++) {
            Color color = FigureStyle.color(i);
            renderer.setSeriesPaint(i, new Color(color.getRed(), color.getGreen(), color.getBlue(), OPACITY));
            renderer.setSeriesShape(i, dot(DOT));
            renderer.setLegendShape(i, dot(LEGEND_DOT));
        }
        renderer.setSeriesLinesVisible(sources, true);
        renderer.setSeriesShapesVisible(sources, false);
        renderer.setSeriesPaint(sources, FigureStyle.INK);
        renderer.setSeriesStroke(sources, FigureStyle.HAIRLINE);
        return renderer;
    }

    private static Shape dot(double diameter) {
        return new Ellipse2D.Double(-diameter / 2, -diameter / 2, diameter, diameter);
    }
}
