package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jfree.chart.axis.NumberAxis;
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
import org.tafsim.report.table.Labels;
import org.tafsim.stats.ConfidenceInterval;

/** Metrics against the one number that varies in a sweep, each policy a line with its interval as a band. */
final class LoadFigure {

    private static final int PANEL_HEIGHT = 150;
    private static final int FRAME_HEIGHT = 110;
    private static final double MOST_ON_LINEAR_AXIS = 20;
    private static final float BAND = 0.2f;
    private static final Pattern NUMBER = Pattern.compile("([-+]?[0-9.]+(?:[eE][-+]?\\d+)?)\\s*(.*)");
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
        if (experiment.paths().size() != 1 || points.size() < 2 || !isNumeric(points)) {
            return Optional.empty();
        }
        List<String> policies = policies(points);
        NumberAxis load = FigureStyle.numbers(axisLabel(experiment.paths().get(0), points));
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(load);
        panels.setGap(12);
        List<XYPlot> plots = new ArrayList<>();
        for (Panel panel : PANELS) {
            List<Mark> marks = isDifference ? differences(points, panel) : marks(points, panel);
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
        String subtitle = "%s: means with 95 %% Student intervals%s"
                .formatted(experiment.name(), isDifference ? ", in pairs" : "");
        return Optional.of(new Figure(
                name,
                title + ": SLO attainment, time to first token and end-to-end time, " + experiment.name(),
                FRAME_HEIGHT + PANEL_HEIGHT * plots.size(),
                FigureStyle.chart(title, subtitle, panels, true)));
    }

    private static boolean isNumeric(List<PointSummary> points) {
        return points.stream().allMatch(point -> value(point).isPresent());
    }

    private static Optional<Matcher> value(PointSummary point) {
        return point.point().settings().stream()
                .findFirst()
                .map(setting -> NUMBER.matcher(setting.text()))
                .filter(Matcher::matches);
    }

    private static double number(PointSummary point) {
        return Double.parseDouble(value(point).orElseThrow().group(1));
    }

    private static String axisLabel(String path, List<PointSummary> points) {
        String unit = value(points.get(0)).orElseThrow().group(2);
        return Labels.lastOf(path) + (unit.isEmpty() ? "" : " (" + unit + ")");
    }

    private static List<String> policies(List<PointSummary> points) {
        Set<String> policies = new LinkedHashSet<>();
        points.forEach(point -> policies.addAll(point.summary().policies()));
        return List.copyOf(policies);
    }

    private static List<Mark> marks(List<PointSummary> points, Panel panel) {
        List<Mark> marks = new ArrayList<>();
        for (PointSummary point : points) {
            for (String policy : point.summary().policies()) {
                point.summary()
                        .find(policy, "all", panel.metric())
                        .map(SummaryRow::interval)
                        .ifPresent(interval -> marks.add(Mark.of(policy, number(point), interval, panel.factor())));
            }
        }
        return marks;
    }

    private static List<Mark> differences(List<PointSummary> points, Panel panel) {
        List<Mark> marks = new ArrayList<>();
        for (PointSummary point : points) {
            for (Difference difference : point.differences()) {
                if (difference.metric().equals(panel.metric())) {
                    marks.add(Mark.of(difference.policy(), number(point), difference.interval(), panel.factor()));
                }
            }
        }
        return marks;
    }

    /** Whether means lie too far apart for a linear axis. */
    private static boolean isWide(List<Mark> marks) {
        double least = marks.stream().mapToDouble(Mark::mean).min().orElse(0);
        double most = marks.stream().mapToDouble(Mark::mean).max().orElse(0);
        return least > 0 && most / least > MOST_ON_LINEAR_AXIS;
    }

    private static List<Mark> clipped(List<Mark> marks) {
        double least = marks.stream().mapToDouble(Mark::mean).min().orElse(1) / 2;
        return marks.stream().map(mark -> mark.above(least)).toList();
    }

    private static XYPlot plot(
            Panel panel, List<Mark> marks, List<String> policies, boolean isLogarithmic, boolean isDifference) {
        YIntervalSeriesCollection lines = new YIntervalSeriesCollection();
        DeviationRenderer renderer = new DeviationRenderer(true, false);
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
        if (isLogarithmic) {
            return new LogarithmicAxis(label, least / 1.3, most * 1.3);
        }
        double margin = most > least ? 0.08 * (most - least) : 1;
        return FigureStyle.numbers(label, least - margin, most + margin);
    }
}
