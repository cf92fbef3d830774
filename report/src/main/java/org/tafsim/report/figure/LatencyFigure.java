package org.tafsim.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.tafsim.experiment.MeanCurve;

/** Distribution of a latency under each policy: share of requests over a logarithmic time. */
final class LatencyFigure {

    private static final int HEIGHT = 272;

    private LatencyFigure() {}

    /** None where no policy has a curve. */
    static Optional<Figure> of(FigureData data, String metric, String what) {
        List<MeanCurve> curves = data.curves().stream()
                .filter(curve -> curve.scope().equals("all") && curve.metric().equals(metric))
                .filter(curve -> data.drawn().contains(curve.policy()))
                .toList();
        double[] millis = curves.stream()
                .flatMap(curve -> curve.millis().stream())
                .mapToDouble(Double::doubleValue)
                .filter(value -> value > 0) // no place for zero on a logarithmic axis
                .sorted()
                .toArray();
        if (millis.length == 0) {
            return Optional.empty();
        }
        LogarithmicAxis time =
                new LogarithmicAxis(what + " (ms, logarithmic)", millis[0] * 0.9, millis[millis.length - 1] * 1.1);
        XYPlot plot = new XYPlot(
                lines(curves), time, FigureStyle.percent("share of requests (%)", 25, 0), renderer(data, curves));
        FigureStyle.style(plot);
        String title = Character.toUpperCase(what.charAt(0)) + what.substring(1);
        String subtitle = "%s: completed requests, %s%s".formatted(data.scenario(), data.meanOf(), data.omission());
        List<Finding.Value> values = new ArrayList<>();
        for (String policy : data.drawn()) {
            data.summary()
                    .find(policy, "all", metric + "_p95")
                    .ifPresent(row -> values.add(new Finding.Value(policy, row.interval())));
        }
        return Optional.of(new Figure(
                "latency-" + metric,
                "%s of requests under each policy, %s".formatted(title, data.scenario()),
                "Share of requests within a time, by policy; %s. %s"
                        .formatted(subtitle, Finding.extremes("p95", metric + "_p95", 1, "ms", values)),
                HEIGHT
                        + FigureStyle.legendHeight(
                                curves.stream().map(MeanCurve::policy).toList()),
                FigureStyle.chart(title, subtitle, plot, true)));
    }

    private static XYSeriesCollection lines(List<MeanCurve> curves) {
        XYSeriesCollection lines = new XYSeriesCollection();
        for (MeanCurve curve : curves) {
            XYSeries line = new XYSeries(curve.policy(), false, true);
            for (int i = 0; i < curve.millis().size(); i++) {
                double millis = curve.millis().get(i);
                if (millis > 0) {
                    line.add(millis, 100 * curve.probabilities().get(i));
                }
            }
            lines.addSeries(line);
        }
        return lines;
    }

    private static XYLineAndShapeRenderer renderer(FigureData data, List<MeanCurve> curves) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true); // dashes run on over short segments
        for (int i = 0; i < curves.size(); i++) {
            int policy = data.drawn().indexOf(curves.get(i).policy());
            renderer.setSeriesPaint(i, FigureStyle.color(policy));
            renderer.setSeriesStroke(i, FigureStyle.line(policy));
        }
        return renderer;
    }
}
