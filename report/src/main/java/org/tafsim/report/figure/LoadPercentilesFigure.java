package org.tafsim.report.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;

/** How the spread of times to first token grows with the one number that varies in a sweep: a fan for each policy. */
final class LoadPercentilesFigure {

    private static final int PANEL_HEIGHT = 120;
    private static final int FRAME_HEIGHT = 104;
    private static final int MOST_POLICIES = 6;
    private static final List<String> METRICS = List.of("ttft_p50", "ttft_p95", "ttft_p99");
    private static final Color FILL = FigureStyle.color(0);

    private LoadPercentilesFigure() {}

    /** None where not exactly one number varies, or more policies than fit a page. */
    static Optional<Figure> of(Experiment experiment, List<PointSummary> points) {
        List<String> policies = SweepWords.policies(points).stream()
                .filter(policy -> points.stream().anyMatch(point -> value(point, policy, METRICS.get(0)) > 0))
                .toList();
        return policies.isEmpty() || policies.size() > MOST_POLICIES
                ? Optional.empty()
                : LoadAxis.of(experiment, points).map(load -> figure(experiment, points, policies, load));
    }

    private static Figure figure(
            Experiment experiment, List<PointSummary> points, List<String> policies, LoadAxis load) {
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(load.axis(points));
        panels.setGap(8);
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (String policy : policies) {
            for (PointSummary point : points) {
                for (String metric : METRICS) {
                    double value = value(point, policy, metric);
                    least = value > 0 ? Math.min(least, value) : least;
                    most = Math.max(most, value);
                }
            }
        }
        List<XYPlot> plots = new ArrayList<>();
        for (String policy : policies) {
            ValueAxis axis = Axes.around("TTFT (ms)", least, most);
            XYPlot plot = new XYPlot(fan(points, policy, load), null, axis, renderer());
            FigureStyle.style(plot);
            plot.addAnnotation(FigureStyle.panelName(policy));
            plots.add(plot);
        }
        plots.forEach(panels::add);
        panels.setFixedLegendItems(plots.get(0).getLegendItems());
        String title = "Percentiles against the load";
        String subtitle = "%s: %s".formatted(experiment.name(), SweepWords.meanOf(points));
        PointSummary last = points.get(points.size() - 1);
        List<Finding.Value> atEnd = new ArrayList<>();
        policies.forEach(policy -> last.summary()
                .find(policy, "all", "ttft_p99")
                .ifPresent(row -> atEnd.add(new Finding.Value(policy, row.interval()))));
        return new Figure(
                "load-percentiles",
                "Median, p95 and p99 of the time to first token against %s by policy, %s"
                        .formatted(load.label(), experiment.name()),
                "%s; %s. At %s: %s"
                        .formatted(
                                title,
                                subtitle,
                                last.point().label(),
                                Finding.extremes("TTFT p99", "ttft_p99", 1, "ms", atEnd)),
                FRAME_HEIGHT + PANEL_HEIGHT * plots.size(),
                FigureStyle.chart(title, subtitle, panels, true));
    }

    private static double value(PointSummary point, String policy, String metric) {
        return point.summary()
                .find(policy, "all", metric)
                .map(row -> row.interval().mean())
                .orElse(0.0);
    }

    /** Each percentile with a band up from the one below. */
    private static YIntervalSeriesCollection fan(List<PointSummary> points, String policy, LoadAxis load) {
        YIntervalSeriesCollection fan = new YIntervalSeriesCollection();
        for (int i = 0; i < METRICS.size(); i++) {
            YIntervalSeries line = new YIntervalSeries(METRICS.get(i).substring("ttft_".length()));
            for (PointSummary point : points) {
                double value = value(point, policy, METRICS.get(i));
                double below = value(point, policy, METRICS.get(Math.max(0, i - 1)));
                if (value > 0 && below > 0) {
                    line.add(load.at(point), value, below, value);
                }
            }
            fan.addSeries(line);
        }
        return fan;
    }

    private static DeviationRenderer renderer() {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        float[] alphas = {0, 0.35f, 0.15f};
        renderer.setAlpha(1);
        for (int i = 0; i < METRICS.size(); i++) {
            renderer.setSeriesPaint(i, FILL);
            renderer.setSeriesStroke(i, FigureStyle.line(i));
            renderer.setSeriesFillPaint(
                    i, new Color(FILL.getRed(), FILL.getGreen(), FILL.getBlue(), Math.round(255 * alphas[i])));
        }
        return renderer;
    }
}
