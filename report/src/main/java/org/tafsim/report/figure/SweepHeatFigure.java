package org.tafsim.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;

/** A metric over the two things that vary in a sweep: a heat map for each policy. */
final class SweepHeatFigure {

    private static final int MOST_PANELS = 6;
    private static final int FRAME_HEIGHT = 58;

    private SweepHeatFigure() {}

    /** What is shown, and the factor from the metric's unit to the axis's. */
    private record Shown(String metric, String label, String unit, double factor) {
        private static final List<Shown> ALL = List.of(
                new Shown("slo_attainment", "SLO attainment", "%", 100),
                new Shown("ttft_p95", "Time to first token, p95", "ms", 1));
    }

    /** None where not exactly two things vary. */
    static List<Figure> listAll(Experiment experiment, List<PointSummary> points) {
        return SweepGrid.of(experiment, points).stream()
                .flatMap(grid -> Shown.ALL.stream().flatMap(shown -> figure(experiment, grid, shown).stream()))
                .toList();
    }

    private static Optional<Figure> figure(Experiment experiment, SweepGrid grid, Shown shown) {
        List<String> policies = SweepWords.policies(grid.points());
        List<Finding.Value> values = new ArrayList<>();
        for (PointSummary point : grid.points()) {
            for (String policy : policies) {
                point.summary()
                        .find(policy, "all", shown.metric())
                        .ifPresent(row -> values.add(new Finding.Value(
                                policy + " at " + point.point().label(), row.interval())));
            }
        }
        if (values.isEmpty() || policies.size() > MOST_PANELS) {
            return Optional.empty();
        }
        Shades shades = shades(shown, values);
        HeatMap map = grid.map();
        for (String policy : policies) {
            map.add(policy, cells(grid, policy, shown, shades));
        }
        String title = shown.label() + " over two parameters";
        String subtitle = "%s: %s".formatted(experiment.name(), SweepWords.meanOf(grid.points()));
        JFreeChart chart = FigureStyle.chart(title, subtitle, map.plot(), false);
        chart.addSubtitle(shades.legend("%s (%s)".formatted(shown.label(), shown.unit())));
        return Optional.of(new Figure(
                "heat-" + shown.metric().replace('_', '-'),
                "%s over %s by policy, %s".formatted(shown.label(), grid.words(), experiment.name()),
                "%s, %s; %s. %s"
                        .formatted(
                                title,
                                grid.words(),
                                subtitle,
                                Finding.extremes("value", shown.metric(), shown.factor(), shown.unit(), values)),
                FRAME_HEIGHT + map.height() + Shades.LEGEND_HEIGHT,
                chart));
    }

    private static Shades shades(Shown shown, List<Finding.Value> values) {
        if (shown.factor() == 100) {
            return new Shades(0, 100, false);
        }
        double least = values.stream()
                .mapToDouble(value -> value.interval().mean())
                .filter(value -> value > 0)
                .min()
                .orElse(1);
        double most = values.stream()
                .mapToDouble(value -> value.interval().mean())
                .max()
                .orElse(1);
        return Axes.isWide(least, most) ? Shades.logarithmic(least, most) : new Shades(0, most > 0 ? most : 1, false);
    }

    private static List<HeatMap.Cell> cells(SweepGrid grid, String policy, Shown shown, Shades shades) {
        List<HeatMap.Cell> cells = new ArrayList<>();
        for (PointSummary point : grid.points()) {
            point.summary().find(policy, "all", shown.metric()).ifPresent(row -> {
                double value = shown.factor() * row.interval().mean();
                cells.add(new HeatMap.Cell(
                        grid.column(point), grid.row(point), shades.of(value), HeatText.of(value), false));
            });
        }
        return cells;
    }
}
