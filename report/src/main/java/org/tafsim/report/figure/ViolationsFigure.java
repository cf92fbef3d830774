package org.tafsim.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.report.table.Cell;
import org.tafsim.report.table.Labels;
import org.tafsim.report.table.RowSpec.Scale;

/** Violations under each policy, stacked by stage or by rule, with their sum. */
final class ViolationsFigure {

    private static final String METRIC = "violations";
    private static final int BAR_HEIGHT = 30;
    private static final int FRAME_HEIGHT = 115;
    private static final int MOST_PARTS = 7;
    /** Of the widest bar: what is left for its sum. */
    private static final double ROOM_FOR_SUM = 0.32;

    private ViolationsFigure() {}

    /** One color of the bars. */
    private record Part(String label, List<String> scopes) {}

    /**
     * None where runs do not count violations so.
     *
     * @param prefix of the scopes to stack, {@code stage:} or {@code rule:}
     * @param by the word for one of them
     */
    static Optional<Figure> of(FigureData data, String prefix, String by) {
        List<String> scopes = data.summary().listScopes(prefix).stream()
                .filter(scope -> !scope.contains("@")) // a rule's share at one stage, which the rule counts already
                .toList();
        if (scopes.isEmpty()) {
            return Optional.empty();
        }
        List<String> largest = largest(data, scopes);
        List<Part> parts = parts(scopes, largest, prefix, by);
        CategoryPlot plot = plot(data, parts);
        String title = "Violations by " + by;
        String subtitle = "%s: %s".formatted(data.scenario(), data.meanAndIntervals());
        List<Finding.Value> sums = new ArrayList<>();
        data.policies()
                .forEach(policy -> data.summary()
                        .find(policy, "all", METRIC)
                        .ifPresent(row -> sums.add(new Finding.Value(policy, row.interval()))));
        return Optional.of(new Figure(
                "violations-by-" + by,
                "Violations of rules by %s and policy, %s".formatted(by, data.scenario()),
                "%s, failed checks of rules; %s. %s"
                        .formatted(title, subtitle, Finding.extremes("sum", METRIC, 1, "checks", sums)),
                FRAME_HEIGHT
                        + BAR_HEIGHT * data.policies().size()
                        + FigureStyle.legendHeight(
                                parts.stream().map(Part::label).toList()),
                FigureStyle.chart(title, subtitle, plot, !largest.isEmpty())));
    }

    /** The scopes that count most, in the order of the summary. */
    private static List<String> largest(FigureData data, List<String> scopes) {
        ToDoubleFunction<String> sum = scope -> data.policies().stream()
                .mapToDouble(policy -> mean(data, policy, scope))
                .sum();
        List<String> ranked = scopes.stream()
                .filter(scope -> sum.applyAsDouble(scope) > 0)
                .sorted(Comparator.comparingDouble(sum).reversed())
                .limit(MOST_PARTS)
                .toList();
        return scopes.stream().filter(ranked::contains).toList();
    }

    private static double mean(FigureData data, String policy, String scope) {
        return data.summary()
                .find(policy, scope, METRIC)
                .map(row -> row.interval().mean())
                .orElse(0.0);
    }

    /** Parts of the bars; what is not among the largest is one part. */
    private static List<Part> parts(List<String> scopes, List<String> largest, String prefix, String by) {
        List<Part> parts = new ArrayList<>();
        largest.forEach(scope -> parts.add(new Part(Labels.ofScope(scope.substring(prefix.length())), List.of(scope))));
        List<String> others =
                scopes.stream().filter(scope -> !largest.contains(scope)).toList();
        if (largest.size() == MOST_PARTS || largest.isEmpty()) {
            parts.add(new Part("other " + by + "s", others));
        }
        return parts;
    }

    private static double mean(FigureData data, String policy, Part part) {
        return part.scopes().stream()
                .mapToDouble(scope -> mean(data, policy, scope))
                .sum();
    }

    private static double mean(FigureData data, String policy, List<Part> parts) {
        return parts.stream().mapToDouble(part -> mean(data, policy, part)).sum();
    }

    private static DefaultCategoryDataset bars(FigureData data, List<Part> parts) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        for (String policy : data.policies()) {
            parts.forEach(part -> bars.addValue(mean(data, policy, part), part.label(), policy));
        }
        return bars;
    }

    private static CategoryPlot plot(FigureData data, List<Part> parts) {
        CategoryAxis policies = new CategoryAxis(null);
        policies.setTickLabelFont(FigureStyle.TEXT);
        policies.setTickLabelPaint(FigureStyle.INK);
        policies.setAxisLinePaint(FigureStyle.FAINT);
        policies.setTickMarksVisible(false);
        policies.setMaximumCategoryLabelWidthRatio(0.4f);
        double longest = data.policies().stream()
                .mapToDouble(policy -> mean(data, policy, parts))
                .max()
                .orElse(0);
        double end = longest == 0 ? 1 : longest * (1 + ROOM_FOR_SUM);
        NumberAxis count = FigureStyle.numbers("failed checks per replication (count)", 0, end);
        CategoryPlot plot = new CategoryPlot(bars(data, parts), policies, count, renderer(parts.size()));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeGridlinesVisible(false); // every bar has its number
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        data.policies().forEach(policy -> plot.addAnnotation(sum(data, policy, mean(data, policy, parts))));
        return plot;
    }

    private static CategoryTextAnnotation sum(FigureData data, String policy, double end) {
        String text = data.summary()
                .find(policy, "all", METRIC)
                .map(SummaryRow::interval)
                .map(interval -> Cell.of(interval, Scale.COUNT, Cell.decimals(interval, Scale.COUNT)))
                .map(cell -> " " + cell.mean() + " " + cell.halfWidth())
                .orElse("");
        CategoryTextAnnotation annotation = new CategoryTextAnnotation(text, policy, end);
        annotation.setFont(FigureStyle.SMALL);
        annotation.setPaint(FigureStyle.INK);
        annotation.setTextAnchor(TextAnchor.CENTER_LEFT);
        return annotation;
    }

    private static StackedBarRenderer renderer(int parts) {
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(0.2);
        for (int i = 0; i < parts; i++) {
            renderer.setSeriesPaint(i, FigureStyle.color(i));
        }
        return renderer;
    }
}
