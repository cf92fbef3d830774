package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.category.StatisticalBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.statistics.DefaultStatisticalCategoryDataset;
import org.tafsim.experiment.PointDifference;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.report.table.Compared;
import org.tafsim.report.table.Labels;

/** One metric of all points as differences to the baseline: a row for each point, a bar with its interval for each policy. */
final class BaselineFigure {

    private static final int MOST_POINTS = 24;
    private static final int BAR_HEIGHT = 12;
    private static final int ROW_GAP = 12;
    private static final int FRAME_HEIGHT = 104;
    private static final double MARGIN = 0.06;

    private final Experiment experiment;
    private final List<PointSummary> points;
    private final List<String> policies;
    private final Compared metric;

    private BaselineFigure(Experiment experiment, List<PointSummary> points, List<String> policies, Compared metric) {
        this.experiment = experiment;
        this.points = points;
        this.policies = policies;
        this.metric = metric;
    }

    /** One for each metric; none where no point is compared with a baseline, or more points than fit a picture. */
    static List<Figure> listAll(Experiment experiment, List<PointSummary> points) {
        List<PointSummary> compared = points.stream()
                .filter(point -> !point.againstBaseline().isEmpty())
                .toList();
        if (compared.isEmpty() || compared.size() > MOST_POINTS) {
            return List.of();
        }
        Set<String> policies = new LinkedHashSet<>();
        compared.forEach(point -> policies.addAll(point.summary().policies()));
        return Compared.list(experiment, points).stream()
                .map(metric -> new BaselineFigure(experiment, compared, List.copyOf(policies), metric))
                .flatMap(figure -> figure.figure().stream())
                .toList();
    }

    private Optional<Figure> figure() {
        DefaultStatisticalCategoryDataset bars = new DefaultStatisticalCategoryDataset();
        List<Double> ends = new ArrayList<>(List.of(0.0));
        for (PointSummary point : points) {
            for (String policy : policies) {
                metric.find(point, policy).ifPresent(difference -> {
                    double mean = metric.factor() * difference.interval().mean();
                    double halfWidth = metric.factor() * difference.interval().halfWidth();
                    double reach = Double.isFinite(halfWidth) ? halfWidth : 0;
                    bars.add(mean, reach, policy, row(point));
                    ends.add(mean - reach);
                    ends.add(mean + reach);
                });
            }
        }
        if (bars.getRowCount() == 0) {
            return Optional.empty();
        }
        String title = words() + ": difference to " + baseline();
        String subtitle = "%s: in pairs, %s".formatted(experiment.name(), SweepWords.meanAndIntervals(points));
        int height = FRAME_HEIGHT
                + points.size() * (policies.size() * BAR_HEIGHT + ROW_GAP)
                + FigureStyle.legendHeight(policies);
        return Optional.of(new Figure(
                "baseline-" + metric.metric().replace('_', '-'),
                title + ", " + experiment.name(),
                "%s; %s. %s".formatted(title, subtitle, found()),
                height,
                FigureStyle.chart(title, subtitle, plot(bars, ends), true)));
    }

    private String words() {
        return metric.label().replace('_', ' ');
    }

    private String found() {
        List<PointDifference> all = points.stream()
                .flatMap(point -> policies.stream().flatMap(policy -> metric.find(point, policy).stream()))
                .toList();
        long told = all.stream().filter(PointDifference::isSignificant).count();
        return "%s of %s differences are told from none (95 %%, Holm).".formatted(told, all.size());
    }

    /** The label of the only baseline. */
    private String baseline() {
        Set<Integer> numbers = new LinkedHashSet<>();
        points.forEach(point -> point.againstBaseline().forEach(difference -> numbers.add(difference.baseline())));
        return numbers.size() > 1
                ? "the baseline"
                : numbers.stream()
                        .map(number -> Labels.ofPoint(experiment.points().get(number)))
                        .findFirst()
                        .orElse("the baseline");
    }

    /** Rows have names of their own, so that two points of one shortened label do not become one. */
    private Row row(PointSummary point) {
        return new Row(point.point().number(), Labels.shortened(point.point().label()));
    }

    /** A row of the picture, ordered as the points are. */
    private record Row(int number, String label) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            return Integer.compare(number, other.number);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private CategoryPlot plot(DefaultStatisticalCategoryDataset bars, List<Double> ends) {
        CategoryAxis rows = new CategoryAxis(null);
        rows.setTickLabelFont(FigureStyle.TEXT);
        rows.setTickLabelPaint(FigureStyle.INK);
        rows.setAxisLineVisible(false);
        rows.setTickMarksVisible(false);
        rows.setMaximumCategoryLabelWidthRatio(0.4f);
        rows.setCategoryMargin(0.2);
        CategoryPlot plot = new CategoryPlot(bars, rows, axis(ends), renderer());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinePaint(FigureStyle.GRID);
        plot.setRangeGridlineStroke(FigureStyle.HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.addRangeMarker(new ValueMarker(0, FigureStyle.INK, new BasicStroke(1)));
        return plot;
    }

    private NumberAxis axis(List<Double> ends) {
        double least = ends.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = ends.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double margin = most > least ? MARGIN * (most - least) : 1;
        String label = "Δ %s (%s)".formatted(words(), metric.unitOfDifference());
        return FigureStyle.numbers(label, least - margin, most + margin);
    }

    private StatisticalBarRenderer renderer() {
        StatisticalBarRenderer renderer = new StatisticalBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setItemMargin(0.15);
        renderer.setMaximumBarWidth(0.2);
        renderer.setErrorIndicatorPaint(FigureStyle.INK);
        renderer.setErrorIndicatorStroke(new BasicStroke(1));
        for (int i = 0; i < policies.size(); i++) {
            renderer.setSeriesPaint(i, FigureStyle.color(i));
        }
        return renderer;
    }
}
