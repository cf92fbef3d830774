package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.tafsim.experiment.MeanCurve;

/** How latencies spread under each policy: a bar with its percentiles, times to first token left, to the end right. */
final class PercentilesFigure {

    private static final double TALL = 0.3;
    private static final double LOW = 0.16;
    private static final int LIGHT = 90; // of 255

    private PercentilesFigure() {}

    /** None where no policy has a curve. */
    static Optional<Figure> of(FigureData data) {
        List<XYPlot> panels = new ArrayList<>();
        panel(data, "ttft", "TTFT (ms)").ifPresent(panels::add);
        panel(data, "e2e", "end to end (ms)").ifPresent(panels::add);
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        String title = "Percentiles of latency";
        String subtitle =
                "%s: bars p5 to p95 and p25 to p75, line p50, end p99; %s".formatted(data.scenario(), data.meanOf());
        List<Finding.Value> values = new ArrayList<>();
        for (String policy : data.policies()) {
            data.summary()
                    .find(policy, "all", "ttft_p99")
                    .ifPresent(row -> values.add(new Finding.Value(policy, row.interval())));
        }
        return Optional.of(new Figure(
                "percentiles",
                "Percentiles of the time to first token and of the end-to-end time by policy, " + data.scenario(),
                "%s; %s. %s".formatted(title, subtitle, Finding.extremes("TTFT p99", "ttft_p99", 1, "ms", values)),
                NamedRows.height(data.policies().size()),
                FigureStyle.chart(title, subtitle, NamedRows.plot(data.policies(), panels), false)));
    }

    private static Optional<XYPlot> panel(FigureData data, String metric, String label) {
        List<FanRow> rows = new ArrayList<>();
        for (MeanCurve curve : data.curves()) {
            if (curve.scope().equals("all") && curve.metric().equals(metric)) {
                int row = data.policies().indexOf(curve.policy());
                FanRow fan = FanRow.of(row, FigureStyle.color(row), curve);
                if (fan.p5() > 0) { // no place for zero on a logarithmic axis
                    rows.add(fan);
                }
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        double least = rows.stream().mapToDouble(FanRow::p5).min().orElseThrow();
        double most = rows.stream().mapToDouble(FanRow::p99).max().orElseThrow();
        XYPlot plot = FigureStyle.empty(Axes.around(label, least, most), null);
        rows.forEach(row -> draw(row, plot));
        return Optional.of(plot);
    }

    private static void draw(FanRow row, XYPlot plot) {
        Color color = row.color();
        Color light = new Color(color.getRed(), color.getGreen(), color.getBlue(), LIGHT);
        plot.addAnnotation(line(row.p95(), row.row(), row.p99(), row.row(), color, 1));
        plot.addAnnotation(line(row.p99(), row.row() - LOW, row.p99(), row.row() + LOW, color, 1));
        plot.addAnnotation(box(row.p5(), row.p95(), row.row(), LOW, light));
        plot.addAnnotation(box(row.p25(), row.p75(), row.row(), TALL, color));
        plot.addAnnotation(line(row.p50(), row.row() - TALL, row.p50(), row.row() + TALL, Color.WHITE, 2));
    }

    private static XYBoxAnnotation box(double from, double to, int row, double half, Color fill) {
        return new XYBoxAnnotation(from, row + half, to, row - half, null, null, fill); // rows go down
    }

    private static XYLineAnnotation line(double x1, double y1, double x2, double y2, Color color, float width) {
        BasicStroke stroke = new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        return new XYLineAnnotation(x1, y1, x2, y2, stroke, color);
    }
}
