package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.stats.ConfidenceInterval;

/** Metrics against the one number that varies in a sweep, each policy a line with its interval as a band. */
final class LoadFigure {

    private static final int PANEL_HEIGHT = 150;
    private static final int FRAME_HEIGHT = 88;
    private static final float BAND = 0.2f;
    private static final List<Panel> PANELS = List.of(
            new Panel("slo_attainment", "SLO attainment (%)", 100, false),
            new Panel("ttft_p95", "TTFT p95 (ms)", 1, true),
            new Panel("e2e_p95", "end to end p95 (ms)", 1, true));

    private LoadFigure() {}

    /** What a panel shows, and the factor from the metric's unit to the axis's. */
    private record Panel(String metric, String label, double factor, boolean isLatency) {}

    /** A policy at a value. */
    private record Mark(String policy, double at, double mean, double low, double high) {
        static Mark of(String policy, double at, ConfidenceInterval interval, double factor) {
            double reach = Double.isFinite(interval.halfWidth()) ? interval.halfWidth() : 0;
            double mean = factor * interval.mean();
            return new Mark(policy, at, mean, mean - factor * reach, mean + factor * reach);
        }

        /** A share in percent, whose Student interval may reach beyond what a share can be. */
        Mark asShare() {
            return new Mark(policy, at, mean, Math.max(0, low), Math.min(100, high));
        }

        /** With a band that does not reach below a value, for logarithmic axes. */
        Mark above(double least) {
            return new Mark(policy, at, mean, Math.max(least, low), high);
        }
    }

    /** Every policy by itself; none where not exactly one number varies. */
    static Optional<Figure> metrics(Experiment experiment, List<PointSummary> points) {
        return figure(experiment, points, "load", "Policies against the load", false);
    }

    /** Every other policy minus the baseline, in pairs of replications. */
    static Optional<Figure> differences(Experiment experiment, List<PointSummary> points) {
        String baseline = points.stream()
                .flatMap(point -> point.differences().stream())
                .map(Difference::baseline)
                .findFirst()
                .orElse("");
        return baseline.isEmpty()
                ? Optional.empty()
                : figure(experiment, points, "load-differences", "Difference to " + baseline, true);
    }

    private static Optional<Figure> figure(
            Experiment experiment, List<PointSummary> points, String name, String title, boolean isDifference) {
        return LoadAxis.of(experiment, points)
                .flatMap(load -> figure(experiment, points, load, name, title, isDifference));
    }

    private static Optional<Figure> figure(
            Experiment experiment,
            List<PointSummary> points,
            LoadAxis load,
            String name,
            String title,
            boolean isDifference) {
        List<String> policies = SweepWords.policies(points);
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(load.axis(points));
        panels.setGap(12);
        List<XYPlot> plots = new ArrayList<>();
        for (Panel panel : PANELS) {
            List<Mark> marks = isDifference ? differences(points, load, panel) : marks(points, load, panel);
            if (!marks.isEmpty()) {
                boolean isLogarithmic = panel.isLatency() && !isDifference && isWide(marks);
                plots.add(plot(panel, isLogarithmic ? clipped(marks) : marks, policies, isLogarithmic, isDifference));
            }
        }
        if (plots.isEmpty()) {
            return Optional.empty();
        }
        plots.forEach(panels::add);
        panels.setFixedLegendItems(plots.get(0).getLegendItems());
        String subtitle = "%s: %s%s"
                .formatted(experiment.name(), isDifference ? "in pairs, " : "", SweepWords.meanAndIntervals(points));
        PointSummary last = points.get(points.size() - 1);
        List<Finding.Value> atEnd = new ArrayList<>();
        policies.forEach(policy -> last.summary()
                .find(policy, "all", PANELS.get(0).metric())
                .ifPresent(row -> atEnd.add(new Finding.Value(policy, row.interval()))));
        String found = Finding.extremes("SLO attainment", PANELS.get(0).metric(), 100, "%", atEnd);
        return Optional.of(new Figure(
                name,
                title + ": SLO attainment, time to first token and end-to-end time, " + experiment.name(),
                "%s, over %s; %s. At %s: %s"
                        .formatted(title, load.label(), subtitle, last.point().label(), found),
                FRAME_HEIGHT + PANEL_HEIGHT * plots.size() + FigureStyle.legendHeight(policies),
                FigureStyle.chart(title, subtitle, panels, true)));
    }

    private static List<Mark> marks(List<PointSummary> points, LoadAxis load, Panel panel) {
        List<Mark> marks = new ArrayList<>();
        for (PointSummary point : points) {
            for (String policy : point.summary().policies()) {
                point.summary()
                        .find(policy, "all", panel.metric())
                        .map(SummaryRow::interval)
                        .map(interval -> Mark.of(policy, load.at(point), interval, panel.factor()))
                        .ifPresent(mark -> marks.add(panel.isLatency() ? mark : mark.asShare()));
            }
        }
        return marks;
    }

    private static List<Mark> differences(List<PointSummary> points, LoadAxis load, Panel panel) {
        List<Mark> marks = new ArrayList<>();
        for (PointSummary point : points) {
            for (Difference difference : point.differences()) {
                if (difference.metric().equals(panel.metric())) {
                    marks.add(Mark.of(difference.policy(), load.at(point), difference.interval(), panel.factor()));
                }
            }
        }
        return marks;
    }

    /** Whether means lie too far apart for a linear axis. */
    private static boolean isWide(List<Mark> marks) {
        double least = marks.stream().mapToDouble(Mark::mean).min().orElse(0);
        double most = marks.stream().mapToDouble(Mark::mean).max().orElse(0);
        return Axes.isWide(least, most);
    }

    private static List<Mark> clipped(List<Mark> marks) {
        double least = marks.stream().mapToDouble(Mark::mean).min().orElse(1) / 2;
        return marks.stream().map(mark -> mark.above(least)).toList();
    }

    private static XYPlot plot(
            Panel panel, List<Mark> marks, List<String> policies, boolean isLogarithmic, boolean isDifference) {
        YIntervalSeriesCollection lines = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, true);
        renderer.setAlpha(BAND);
        for (String policy : policies) {
            YIntervalSeries line = new YIntervalSeries(policy);
            marks.stream()
                    .filter(mark -> mark.policy().equals(policy))
                    .forEach(mark -> line.add(mark.at(), mark.mean(), mark.low(), mark.high()));
            if (line.getItemCount() > 0) {
                int color = policies.indexOf(policy);
                renderer.setSeriesPaint(lines.getSeriesCount(), FigureStyle.color(color));
                renderer.setSeriesFillPaint(lines.getSeriesCount(), FigureStyle.color(color));
                renderer.setSeriesStroke(lines.getSeriesCount(), FigureStyle.line(color));
                renderer.setSeriesShape(lines.getSeriesCount(), new Ellipse2D.Double(-2.2, -2.2, 4.4, 4.4));
                lines.addSeries(line);
            }
        }
        XYPlot plot = new XYPlot(lines, null, axis(panel, marks, isLogarithmic, isDifference), renderer);
        FigureStyle.style(plot);
        if (isDifference) {
            plot.addRangeMarker(new ValueMarker(0, FigureStyle.INK, new BasicStroke(1)));
        }
        return plot;
    }

    private static ValueAxis axis(Panel panel, List<Mark> marks, boolean isLogarithmic, boolean isDifference) {
        String label =
                (isDifference ? "Δ " : "") + (isDifference ? panel.label().replace("(%)", "(points)") : panel.label());
        double least = marks.stream().mapToDouble(Mark::low).min().orElse(0);
        double most = marks.stream().mapToDouble(Mark::high).max().orElse(1);
        if (panel.factor() == 100 && !isDifference) {
            return FigureStyle.percent(label, 25, 0);
        }
        return isLogarithmic ? Axes.logarithmic(label, least, most) : Axes.linear(label, least, most);
    }
}
