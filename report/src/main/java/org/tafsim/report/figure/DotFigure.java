package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.stats.ConfidenceInterval;

/** Policies as dots with their intervals: SLO attainment on the left, time to first token on the right. */
final class DotFigure {

    private static final List<Panel> PANELS =
            List.of(new Panel("slo_attainment", "SLO attainment (%)", 100), new Panel("ttft_p95", "TTFT p95 (ms)", 1));

    private DotFigure() {}

    /** What one panel shows, and the factor from the metric's unit to the axis's. */
    private record Panel(String metric, String label, double factor) {
        String name() {
            return label.substring(0, label.lastIndexOf(' '));
        }

        String unit() {
            return isLatency() ? "ms" : "%";
        }

        boolean isLatency() {
            return factor == 1;
        }
    }

    private static boolean isShown(Difference difference) {
        return PANELS.stream().anyMatch(panel -> panel.metric().equals(difference.metric()))
                && difference.scope().equals("all");
    }

    private static List<Finding.Value> values(FigureData data, Panel panel) {
        List<Finding.Value> values = new ArrayList<>();
        for (String policy : data.policies()) {
            data.summary()
                    .find(policy, "all", panel.metric())
                    .ifPresent(row -> values.add(new Finding.Value(policy, row.interval())));
        }
        return values;
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
        String found = PANELS.stream()
                .map(panel -> Finding.extremes(
                        panel.name(), panel.metric(), panel.factor(), panel.unit(), values(data, panel)))
                .collect(Collectors.joining(" "));
        return figure("comparison", "Policies compared", subtitle, found, data.policies(), panels);
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
                if (difference.metric().equals(panel.metric())
                        && difference.scope().equals("all")) {
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
        long found = data.differences().stream()
                .filter(DotFigure::isShown)
                .filter(Difference::isSignificant)
                .count();
        long all = data.differences().stream().filter(DotFigure::isShown).count();
        return figure(
                "differences",
                "Difference to " + baseline,
                subtitle,
                "%s of %s differences are told from none (95 %%, Holm).".formatted(found, all),
                others,
                panels);
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
        return panel.isLatency() ? Axes.around(label, least, most) : Axes.linear(label, least, most);
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
            String name, String title, String subtitle, String found, List<String> rows, List<XYPlot> panels) {
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Figure(
                name,
                title + ": SLO attainment and time to first token",
                "%s; %s. %s".formatted(title, subtitle, found),
                NamedRows.height(rows.size()),
                FigureStyle.chart(title, subtitle, NamedRows.plot(rows, panels), false)));
    }
}
