package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.CombinedRangeXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.tafsim.experiment.Better;
import org.tafsim.experiment.PointDifference;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;
import org.tafsim.report.table.Compared;
import org.tafsim.report.table.Labels;

/** Differences of named variants to a baseline under one policy, the largest on top: what each rule, site or part is worth. */
final class TornadoFigure {

    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 24;
    private static final int ROW_HEIGHT = 17;
    private static final int FRAME_HEIGHT = 92;
    private static final double HALF_BAR = 0.34;
    private static final Color BETTER = FigureStyle.color(0);
    private static final Color WORSE = FigureStyle.color(3);
    private static final int FAINT = 90; // of 255
    private static final List<String> LEGEND = List.of("better", "worse", "pale: not told from none");

    private final Experiment experiment;
    private final Compared metric;
    private final List<Row> rows;
    private final String baseline;

    private TornadoFigure(Experiment experiment, Compared metric, List<Row> rows, String baseline) {
        this.experiment = experiment;
        this.metric = metric;
        this.rows = rows;
        this.baseline = baseline;
    }

    /** A variant. */
    private record Row(PointSummary point, PointDifference difference) {
        double size() {
            return Math.abs(difference.interval().mean());
        }

        double reach() {
            return Span.reach(difference.interval());
        }
    }

    /** Whether a sweep is of named variants of one baseline under one policy. */
    static boolean fits(List<PointSummary> points) {
        List<PointSummary> compared = points.stream()
                .filter(point -> !point.againstBaseline().isEmpty())
                .toList();
        return compared.size() >= LEAST_ROWS
                && compared.size() <= MOST_ROWS
                && SweepWords.policies(points).size() == 1
                && compared.stream().allMatch(point -> point.point().name().isPresent())
                && compared.stream()
                                .flatMap(point -> point.againstBaseline().stream())
                                .map(PointDifference::baseline)
                                .distinct()
                                .count()
                        == 1;
    }

    /** One for each metric; none where the sweep does not {@link #fits fit}. */
    static List<Figure> listAll(Experiment experiment, List<PointSummary> points) {
        return fits(points)
                ? Compared.list(experiment, points).stream()
                        .flatMap(metric -> of(experiment, points, metric).stream())
                        .toList()
                : List.of();
    }

    private static Optional<Figure> of(Experiment experiment, List<PointSummary> points, Compared metric) {
        String policy = SweepWords.policies(points).get(0);
        List<Row> rows = new ArrayList<>();
        points.forEach(
                point -> metric.find(point, policy).ifPresent(difference -> rows.add(new Row(point, difference))));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        rows.sort(Comparator.comparingDouble(Row::size).reversed());
        int baseline = rows.get(0).difference().baseline();
        return Optional.of(new TornadoFigure(
                        experiment,
                        metric,
                        rows,
                        Labels.ofPoint(experiment.points().get(baseline)))
                .figure());
    }

    private Figure figure() {
        CombinedRangeXYPlot plot = new CombinedRangeXYPlot(NamedRows.axis(
                rows.stream().map(row -> row.point().point().label()).toList()));
        plot.getRangeAxis().setTickLabelFont(FigureStyle.SMALL);
        plot.add(panel());
        plot.setFixedLegendItems(legend());
        String title = words() + ": difference to " + baseline;
        String subtitle = "%s: in pairs, %s"
                .formatted(
                        experiment.name(),
                        SweepWords.meanAndIntervals(
                                rows.stream().map(Row::point).toList()));
        Row largest = rows.get(0);
        long told =
                rows.stream().filter(row -> row.difference().isSignificant()).count();
        String found = "Largest: %s, %s; %s of %s are told from none (95 %%, Holm)."
                .formatted(
                        largest.point().point().label(),
                        Finding.difference(largest.difference().interval(), metric.factor(), metric.unitOfDifference()),
                        told,
                        rows.size());
        return new Figure(
                "tornado-" + metric.metric().replace('_', '-'),
                title + ", the largest on top, " + experiment.name(),
                "%s, the largest on top; %s. %s".formatted(title, subtitle, found),
                FRAME_HEIGHT + ROW_HEIGHT * rows.size() + FigureStyle.legendHeight(LEGEND),
                FigureStyle.chart(title, subtitle, plot, true));
    }

    private String words() {
        return metric.label().replace('_', ' ');
    }

    private XYPlot panel() {
        double factor = metric.factor();
        double least = 0;
        double most = 0;
        for (Row row : rows) {
            double mean = row.difference().interval().mean();
            least = Math.min(least, factor * (mean - row.reach()));
            most = Math.max(most, factor * (mean + row.reach()));
        }
        String label = "Δ %s (%s)".formatted(words(), metric.unitOfDifference());
        XYPlot panel = FigureStyle.empty(Axes.linear(label, least, most), null);
        panel.setRangeGridlinesVisible(false);
        panel.addDomainMarker(new ValueMarker(0, FigureStyle.INK, new BasicStroke(1)));
        for (int i = 0; i < rows.size(); i++) {
            draw(rows.get(i), i, panel);
        }
        return panel;
    }

    private void draw(Row row, int place, XYPlot panel) {
        double mean = metric.factor() * row.difference().interval().mean();
        double reach = metric.factor() * row.reach();
        panel.addAnnotation(new XYBoxAnnotation(
                Math.min(0, mean), place + HALF_BAR, Math.max(0, mean), place - HALF_BAR, null, null, color(row)));
        panel.addAnnotation(
                new XYLineAnnotation(mean - reach, place, mean + reach, place, new BasicStroke(1), FigureStyle.INK));
    }

    private Color color(Row row) {
        boolean isUp = row.difference().interval().mean() > 0;
        Color color = switch (Better.of(metric.metric())) {
            case HIGHER -> isUp ? BETTER : WORSE;
            case LOWER -> isUp ? WORSE : BETTER;
            case NEITHER -> FigureStyle.FAINT;
        };
        return row.difference().isSignificant()
                ? color
                : new Color(color.getRed(), color.getGreen(), color.getBlue(), FAINT);
    }

    private static LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        items.add(item(LEGEND.get(0), BETTER));
        items.add(item(LEGEND.get(1), WORSE));
        items.add(item(LEGEND.get(2), new Color(0xBB, 0xBB, 0xBB)));
        return items;
    }

    private static LegendItem item(String label, Color color) {
        LegendItem item = new LegendItem(label, color);
        item.setShape(new Rectangle2D.Double(-5, -5, 10, 10));
        return item;
    }
}
