package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.Range;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.report.table.Labels;
import org.tafsim.stats.ConfidenceInterval;

/** Policies as dots with their intervals: SLO attainment on the left, time to first token on the right. */
final class DotFigure {

    private static final int ROW_HEIGHT = 26;
    private static final int FRAME_HEIGHT = 105;
    private static final double MOST_ON_LINEAR_AXIS = 20;
    private static final double MARGIN = 0.08;
    private static final List<Panel> PANELS =
            List.of(new Panel("slo_attainment", "SLO attainment (%)", 100), new Panel("ttft_p95", "TTFT p95 (ms)", 1));

    private DotFigure() {}

    /** What one panel shows, and the factor from the metric's unit to the axis's. */
    private record Panel(String metric, String label, double factor) {
        boolean isLatency() {
            return factor == 1;
        }
    }

    /** A dot: its row from the top, and its interval. */
    private record Dot(int row, int color, ConfidenceInterval interval) {}

    /** Every policy by itself. */
    static Optional<Figure> comparison(FigureData data) {
        if (data.policies().size() < 2) {
            return Optional.empty();
        }
        List<XYPlot> panels = new ArrayList<>();
        for (Panel panel : PANELS) {
            List<Dot> dots = new ArrayList<>();
            for (int i = 0; i < data.policies().size(); i++) {
                int row = i;
                data.summary()
                        .find(data.policies().get(i), "all", panel.metric())
                        .map(SummaryRow::interval)
                        .ifPresent(interval -> dots.add(new Dot(row, row, interval)));
            }
            plot(panel, panel.label(), dots, false).ifPresent(panels::add);
        }
        String subtitle = "%s: %s".formatted(data.scenario(), data.meanAndIntervals());
        return figure("comparison", "Policies compared", subtitle, data.policies(), panels);
    }

    /** Every other policy minus the first, in pairs of replications. */
    static Optional<Figure> differences(FigureData data) {
        if (data.policies().size() < 2) {
            return Optional.empty();
        }
        String baseline = data.policies().get(0);
        List<String> others = data.policies().subList(1, data.policies().size());
        List<XYPlot> panels = new ArrayList<>();
        for (Panel panel : PANELS) {
            List<Dot> dots = new ArrayList<>();
            for (Difference difference : data.differences()) {
                if (difference.metric().equals(panel.metric())) {
                    int row = others.indexOf(difference.policy());
                    dots.add(new Dot(row, row + 1, difference.interval()));
                }
            }
            String unit = panel.label().replace("(%)", "(points)");
            plot(panel, "Δ " + unit, dots, true).ifPresent(plot -> {
                plot.addDomainMarker(new ValueMarker(0, FigureStyle.INK, new BasicStroke(1)));
                panels.add(plot);
            });
        }
        String subtitle = "%s: in pairs, %s".formatted(data.scenario(), data.meanAndIntervals());
        return figure("differences", "Difference to " + baseline, subtitle, others, panels);
    }

    private static Optional<XYPlot> plot(Panel panel, String label, List<Dot> dots, boolean isDifference) {
        if (dots.isEmpty()) {
            return Optional.empty();
        }
        XYIntervalSeriesCollection points = new XYIntervalSeriesCollection();
        for (Dot dot : dots) {
            XYIntervalSeries point = new XYIntervalSeries(dot.row());
            double mean = dot.interval().mean() * panel.factor();
            double reach = reach(dot) * panel.factor();
            point.add(mean, mean - reach, mean + reach, dot.row(), dot.row(), dot.row());
            points.addSeries(point);
        }
        XYPlot plot = new XYPlot(points, axis(panel, label, dots, isDifference), null, renderer(dots));
        FigureStyle.style(plot);
        return Optional.of(plot);
    }

    private static double reach(Dot dot) {
        double halfWidth = dot.interval().halfWidth();
        return Double.isFinite(halfWidth) ? halfWidth : 0;
    }

    /** Around all intervals; differences show zero too, and latencies far apart stand on a logarithmic axis. */
    private static ValueAxis axis(Panel panel, String label, List<Dot> dots, boolean isDifference) {
        double least = isDifference ? 0 : Double.POSITIVE_INFINITY;
        double most = isDifference ? 0 : Double.NEGATIVE_INFINITY;
        for (Dot dot : dots) {
            least = Math.min(least, (dot.interval().mean() - reach(dot)) * panel.factor());
            most = Math.max(most, (dot.interval().mean() + reach(dot)) * panel.factor());
        }
        if (panel.isLatency() && least > 0 && most / least > MOST_ON_LINEAR_AXIS) {
            return new LogarithmicAxis(label, least / 1.3, most * 1.3);
        }
        double margin = most > least ? MARGIN * (most - least) : 1;
        return FigureStyle.numbers(label, least - margin, most + margin);
    }

    private static XYErrorRenderer renderer(List<Dot> dots) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(new BasicStroke(2));
        for (int i = 0; i < dots.size(); i++) {
            renderer.setSeriesPaint(i, FigureStyle.color(dots.get(i).color()));
            renderer.setSeriesShape(i, new Ellipse2D.Double(-3, -3, 6, 6));
        }
        return renderer;
    }

    private static Optional<Figure> figure(
            String name, String title, String subtitle, List<String> rows, List<XYPlot> panels) {
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        SymbolAxis policies = FigureStyle.style(
                new SymbolAxis(null, rows.stream().map(Labels::shortened).toArray(String[]::new)));
        policies.setTickLabelFont(FigureStyle.TEXT);
        policies.setGridBandsVisible(false);
        policies.setInverted(true);
        policies.setRange(new Range(-0.5, rows.size() - 0.5));
        policies.setTickMarksVisible(false);
        policies.setAxisLineVisible(false);
        CombinedRangeXYPlot plot = new CombinedRangeXYPlot(policies);
        plot.setGap(16);
        panels.forEach(plot::add);
        return Optional.of(new Figure(
                name,
                title + ": SLO attainment and time to first token",
                FRAME_HEIGHT + ROW_HEIGHT * rows.size(),
                FigureStyle.chart(title, subtitle, plot, false)));
    }
}
