package org.tafsim.report.figure;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.tafsim.experiment.Better;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.Contest;
import org.tafsim.experiment.sweep.PointSummary;

/** Which policy is best where, over the two things that vary in a sweep: a heat map for each metric that sweeps are judged by. */
final class BestPolicyFigure {

    private static final int FRAME_HEIGHT = 58;
    private static final Color ALL_ALIKE = FigureStyle.GRID;
    private static final List<String> NAMES =
            List.of("SLO attainment", "Time to first token, p95", "End to end, p95", "Violations");

    private final Experiment experiment;
    private final SweepGrid grid;
    private final List<String> policies;

    private BestPolicyFigure(Experiment experiment, SweepGrid grid, List<String> policies) {
        this.experiment = experiment;
        this.grid = grid;
        this.policies = policies;
    }

    /** None where not exactly two things vary, or there are no policies to choose from, or more than there are colors. */
    static Optional<Figure> of(Experiment experiment, List<PointSummary> points) {
        List<String> policies = SweepWords.policies(points);
        return policies.size() < 2 || policies.size() > FigureStyle.COLOR_COUNT
                ? Optional.empty()
                : SweepGrid.of(experiment, points)
                        .map(grid -> new BestPolicyFigure(experiment, grid, policies).figure());
    }

    private Figure figure() {
        HeatMap map = grid.map();
        for (int i = 0; i < Contest.ALL.size(); i++) {
            List<HeatMap.Cell> cells = cells(i);
            if (!cells.isEmpty()) {
                map.add(NAMES.get(i), cells);
            }
        }
        map.plot().setFixedLegendItems(legend());
        String title = "Best policy over two parameters";
        String subtitle = "%s: %s; several letters: paired differences do not tell them apart (95 %%, Holm)"
                .formatted(experiment.name(), SweepWords.meanOf(grid.points()));
        return new Figure(
                "best-policy",
                "Best policy over %s by metric, %s".formatted(grid.words(), experiment.name()),
                "%s, %s; %s. Best by SLO attainment: %s.".formatted(title, grid.words(), subtitle, found()),
                FRAME_HEIGHT + map.height() + FigureStyle.legendHeight(labels()),
                FigureStyle.chart(title, subtitle, map.plot(), true));
    }

    private String found() {
        Map<String, Integer> wins = new LinkedHashMap<>();
        for (PointSummary point : grid.points()) {
            List<String> best = point.best().get(0);
            if (best.size() < policies.size()) {
                best.forEach(policy -> wins.merge(policy, 1, Integer::sum));
            }
        }
        String text = wins.entrySet().stream()
                .map(win -> "%s at %s of %s points"
                        .formatted(win.getKey(), win.getValue(), grid.points().size()))
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "all alike everywhere" : text;
    }

    private List<HeatMap.Cell> cells(int contest) {
        List<HeatMap.Cell> cells = new ArrayList<>();
        for (PointSummary point : grid.points()) {
            List<String> best = point.best().get(contest);
            if (!best.isEmpty()) {
                boolean isContest = best.size() < policies.size();
                Color fill = isContest ? FigureStyle.color(policies.indexOf(first(point, contest, best))) : ALL_ALIKE;
                String text = isContest ? best.stream().map(this::letter).collect(Collectors.joining()) : "all";
                cells.add(new HeatMap.Cell(grid.column(point), grid.row(point), fill, text, false));
            }
        }
        return cells;
    }

    /** The one with the best mean. */
    private static String first(PointSummary point, int contest, List<String> best) {
        String metric = Contest.ALL.get(contest).metric();
        double sign = Better.of(metric) == Better.HIGHER ? 1 : -1;
        return best.stream()
                .reduce((one, other) ->
                        sign * mean(point, other, metric) > sign * mean(point, one, metric) ? other : one)
                .orElseThrow();
    }

    private static double mean(PointSummary point, String policy, String metric) {
        return point.summary()
                .find(policy, "all", metric)
                .orElseThrow()
                .interval()
                .mean();
    }

    private String letter(String policy) {
        return String.valueOf((char) ('A' + policies.indexOf(policy)));
    }

    private List<String> labels() {
        return policies.stream().map(policy -> letter(policy) + " " + policy).toList();
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        for (int i = 0; i < policies.size(); i++) {
            LegendItem item = new LegendItem(labels().get(i), FigureStyle.color(i));
            item.setShape(new Rectangle2D.Double(-5, -5, 10, 10));
            items.add(item);
        }
        return items;
    }
}
