package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.sweep.PointSummary;

/** Cost against latency, by how lawful it is: intervals as crosses, and the front that nobody beats in both. */
final class ParetoFigure {

    private static final int PLOT_HEIGHT = 230;
    private static final int LEFT = 68;
    private static final int BOTTOM = 36;
    private static final int FRAME_HEIGHT = 60;
    private static final int SIDE_MARGIN = 20;
    private static final double DOT = 7;
    private static final List<Cost> COSTS = List.of(
            new Cost("cost_eur_per_1k", "cost of 1,000 requests (EUR)", "EUR"),
            new Cost("energy_wh_per_request", "electricity per request (Wh)", "Wh"));

    private final String name;
    private final String runs;
    private final Cost cost;
    private final List<Choice> choices;

    private ParetoFigure(String name, String runs, Cost cost, List<Choice> choices) {
        this.name = name;
        this.runs = runs;
        this.cost = cost;
        this.choices = choices;
    }

    private record Cost(String metric, String label, String unit) {}

    /** How lawful a choice is, with its mark. */
    private enum Compliance {
        WHOLE("no request breaks a rule", 0),
        NEARLY("up to 1 % break one", 1),
        NOT("more break one", 3),
        UNCHECKED("no rule is checked", 4);

        private final String words;
        private final Color color;

        Compliance(String words, int color) {
            this.words = words;
            this.color = FigureStyle.color(color);
        }

        Shape shape() {
            return switch (this) {
                case WHOLE, UNCHECKED -> new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT);
                case NEARLY -> triangle();
                case NOT -> new Rectangle2D.Double(-DOT / 2, -DOT / 2, DOT, DOT);
            };
        }

        private static Shape triangle() {
            Path2D path = new Path2D.Double();
            path.moveTo(0, -DOT / 2 - 1);
            path.lineTo(DOT / 2 + 1, DOT / 2);
            path.lineTo(-DOT / 2 - 1, DOT / 2);
            path.closePath();
            return path;
        }

        static Compliance of(Choice choice) {
            if (choice.violating().isEmpty()) {
                return UNCHECKED;
            }
            double share = choice.violating().get();
            return share == 0 ? WHOLE : share <= 0.01 ? NEARLY : NOT;
        }
    }

    /** Policies of a run; none where there is one, or no cost. */
    static Optional<Figure> of(FigureData data) {
        return COSTS.stream()
                .map(cost -> new ParetoFigure(
                        data.scenario(), data.meanAndIntervals(), cost, policies(data.summary(), cost)))
                .filter(figure -> figure.choices.size() > 1)
                .findFirst()
                .map(ParetoFigure::figure);
    }

    private static List<Choice> policies(SummaryTable summary, Cost cost) {
        return summary.policies().stream()
                .flatMap(policy -> Choice.of(policy, summary, policy, cost.metric()).stream())
                .toList();
    }

    /** Policies at the points of a sweep; none where there is one, or no cost. */
    static Optional<Figure> of(Experiment experiment, List<PointSummary> points) {
        return COSTS.stream()
                .map(cost -> new ParetoFigure(
                        experiment.name(), SweepWords.meanAndIntervals(points), cost, atPoints(points, cost)))
                .filter(figure -> figure.choices.size() > 1)
                .findFirst()
                .map(ParetoFigure::figure);
    }

    private static List<Choice> atPoints(List<PointSummary> points, Cost cost) {
        List<Choice> choices = new ArrayList<>();
        for (PointSummary point : points) {
            String at = point.point().label();
            List<Choice> here = point.summary().policies().stream()
                    .flatMap(policy -> Choice.of(at + ", " + policy, point.summary(), policy, cost.metric()).stream())
                    .toList();
            boolean areAlike = here.stream().map(Choice::place).distinct().count() == 1;
            choices.addAll(areAlike ? List.of(here.get(0).called(at)) : here);
        }
        return choices;
    }

    private Figure figure() {
        Span across = Span.of(choices.stream().map(Choice::cost).toList());
        Span up = Span.of(choices.stream().map(Choice::latency).toList());
        XYPlot plot = new XYPlot(dots(across, up), across.axis(cost.label()), up.axis("TTFT p95 (ms)"), crosses());
        FigureStyle.style(plot);
        List<Choice> front = Choice.front(choices);
        List<Choice> lawful =
                Choice.front(choices.stream().filter(Choice::breaksNothing).toList());
        boolean hasLawfulFront = lawful.size() > 1 && !lawful.equals(front);
        plot.setDataset(1, fronts(front, hasLawfulFront ? lawful : List.of()));
        plot.setRenderer(1, steps());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.REVERSE);
        plot.setFixedRangeAxisSpace(space(LEFT, 0));
        plot.setFixedDomainAxisSpace(space(0, BOTTOM));
        names(across, up, front, lawful, plot);
        String title = "Cost, latency and compliance";
        String subtitle = "%s: %s".formatted(name, runs);
        String found = front.stream().map(Choice::label).collect(Collectors.joining(", "));
        String kept = lawful.isEmpty()
                ? ""
                : " Of those where no request breaks a rule: %s."
                        .formatted(lawful.stream().map(Choice::label).collect(Collectors.joining(", ")));
        return new Figure(
                "pareto",
                "%s against the p95 of the time to first token, %s".formatted(capitalized(cost.label()), name),
                "%s; %s. Not beaten in both, by rising cost: %s.%s".formatted(title, subtitle, found, kept),
                FRAME_HEIGHT + PLOT_HEIGHT + BOTTOM + FigureStyle.legendHeight(legend(hasLawfulFront)),
                FigureStyle.chart(title, subtitle, plot, true));
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static AxisSpace space(double left, double bottom) {
        AxisSpace space = new AxisSpace();
        space.setLeft(left);
        space.setBottom(bottom);
        return space;
    }

    private List<Compliance> classes() {
        return Arrays.stream(Compliance.values())
                .filter(one -> choices.stream().anyMatch(choice -> Compliance.of(choice) == one))
                .toList();
    }

    private List<String> legend(boolean hasLawfulFront) {
        return Stream.concat(
                        classes().stream().map(one -> one.words),
                        Stream.of("front").limit(hasLawfulFront ? 2 : 1))
                .toList();
    }

    private XYIntervalSeriesCollection dots(Span across, Span up) {
        XYIntervalSeriesCollection dots = new XYIntervalSeriesCollection();
        for (Compliance one : classes()) {
            XYIntervalSeries series = new XYIntervalSeries(one.words);
            for (Choice choice : choices) {
                if (Compliance.of(choice) == one) {
                    series.add(
                            choice.cost().mean(),
                            across.low(choice.cost()),
                            Span.high(choice.cost()),
                            choice.latency().mean(),
                            up.low(choice.latency()),
                            Span.high(choice.latency()));
                }
            }
            dots.addSeries(series);
        }
        return dots;
    }

    private XYErrorRenderer crosses() {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setCapLength(0);
        renderer.setErrorStroke(new BasicStroke(1));
        for (int i = 0; i < classes().size(); i++) {
            renderer.setSeriesPaint(i, classes().get(i).color);
            renderer.setSeriesShape(i, classes().get(i).shape());
        }
        return renderer;
    }

    private static XYSeriesCollection fronts(List<Choice> front, List<Choice> lawful) {
        XYSeriesCollection fronts = new XYSeriesCollection();
        fronts.addSeries(line("not beaten in both", front));
        if (!lawful.isEmpty()) {
            fronts.addSeries(line("that without breaches", lawful));
        }
        return fronts;
    }

    private static XYSeries line(String label, List<Choice> front) {
        XYSeries line = new XYSeries(label, false, true);
        front.forEach(choice -> line.add(choice.cost().mean(), choice.latency().mean()));
        return line;
    }

    private static XYStepRenderer steps() {
        XYStepRenderer renderer = new XYStepRenderer();
        renderer.setSeriesPaint(0, FigureStyle.FAINT);
        renderer.setSeriesStroke(0, new BasicStroke(1));
        renderer.setSeriesPaint(1, Compliance.WHOLE.color);
        renderer.setSeriesStroke(1, SeriesLines.DOTTED);
        return renderer;
    }

    /** Names of the fronts first, then of the others, where there is room. */
    private void names(Span across, Span up, List<Choice> front, List<Choice> lawful, XYPlot plot) {
        double width = Figure.WIDTH - SIDE_MARGIN - LEFT;
        PointLabels labels = new PointLabels(across, up, width, PLOT_HEIGHT);
        choices.forEach(labels::addCross);
        labels.addSteps(front);
        labels.addSteps(lawful);
        List<Choice> unnamed = new ArrayList<>(Stream.of(front, lawful, choices)
                .flatMap(List::stream)
                .distinct()
                .toList());
        while (!unnamed.isEmpty()) {
            Choice choice = unnamed.remove(0);
            List<Choice> alike = unnamed.stream()
                    .filter(other -> labels.areOneDot(choice, other))
                    .toList();
            unnamed.removeAll(alike);
            String text = alike.isEmpty() ? choice.label() : choice.label() + " +" + alike.size();
            labels.place(choice, text).ifPresent(plot::addAnnotation);
        }
    }
}
