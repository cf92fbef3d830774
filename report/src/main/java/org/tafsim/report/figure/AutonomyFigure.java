package org.tafsim.report.figure;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeriesCollection;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.model.CutOff;

/** What is kept of the promise to users over time, of each policy, with the moments at which somebody cut or restored. */
final class AutonomyFigure {

    private static final String METRIC = "autonomy_fraction";
    private static final int HEIGHT = 258;
    private static final String METRIC_MEAN = "autonomy";
    private static final String HALF_LIFE = "autonomy_half_life"; // h after the first cut, of runs that lose half
    private static final double HALF = 50;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double NANOS_PER_SECOND = 1e9;

    private AutonomyFigure() {}

    /** None where nobody is cut off. */
    static Optional<Figure> of(FigureData data) {
        if (data.cutOffs().isEmpty()) {
            return Optional.empty();
        }
        XYSeriesCollection lines = new XYSeriesCollection();
        data.drawn().forEach(policy -> lines.addSeries(SeriesLines.means(data, policy, "all", METRIC, 100, policy)));
        NumberAxis time = FigureStyle.numbers("time since the start of the run (s)");
        XYPlot plot = new XYPlot(
                lines,
                time,
                FigureStyle.percent("autonomy (%)", 25, 10),
                SeriesLines.renderer(data.drawn().size()));
        FigureStyle.style(plot);
        data.cutOffs().forEach(cut -> mark(plot, cut));
        plot.addRangeMarker(new ValueMarker(50, FigureStyle.FAINT, SeriesLines.DOTTED));
        markHalfLives(data, plot);
        String subtitle = "%s: %s%s; before the first cut = 100, dots: half-life"
                .formatted(data.scenario(), data.meanAndIntervals(), data.omission());
        return Optional.of(new Figure(
                "autonomy",
                "Autonomy over time by policy, " + data.scenario(),
                "Lawful service within SLO over time, %s. %s".formatted(subtitle, found(data)),
                HEIGHT + FigureStyle.legendHeight(data.drawn()),
                FigureStyle.chart("Lawful service within SLO over time", subtitle, plot, true)));
    }

    /** A dot where each policy is down to one half in the mean, with the interval of that moment. */
    private static void markHalfLives(FigureData data, XYPlot plot) {
        double firstCut =
                data.cutOffs().stream().mapToLong(CutOff::atNanos).min().orElseThrow() / NANOS_PER_SECOND;
        XYIntervalSeriesCollection dots = new XYIntervalSeriesCollection();
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(4);
        for (String policy : data.drawn()) {
            data.summary()
                    .find(policy, "all", HALF_LIFE)
                    .map(SummaryRow::interval)
                    .ifPresent(interval -> {
                        XYIntervalSeries dot = new XYIntervalSeries(policy);
                        double at = firstCut + SECONDS_PER_HOUR * interval.mean();
                        double reach = interval.halfWidth() > 0 && Double.isFinite(interval.halfWidth())
                                ? SECONDS_PER_HOUR * interval.halfWidth()
                                : 0;
                        dot.add(at, Math.max(firstCut, at - reach), at + reach, HALF, HALF, HALF);
                        int series = dots.getSeriesCount();
                        renderer.setSeriesPaint(
                                series, FigureStyle.color(data.drawn().indexOf(policy)));
                        renderer.setSeriesShape(series, new Ellipse2D.Double(-3.5, -3.5, 7, 7));
                        renderer.setSeriesVisibleInLegend(series, false);
                        dots.addSeries(dot);
                    });
        }
        plot.setDataset(1, dots);
        plot.setRenderer(1, renderer);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    private static String found(FigureData data) {
        List<Finding.Value> values = new ArrayList<>();
        for (String policy : data.drawn()) {
            data.summary()
                    .find(policy, "all", METRIC_MEAN)
                    .ifPresent(row -> values.add(new Finding.Value(policy, row.interval())));
        }
        return Finding.extremes("mean", METRIC_MEAN, 100, "%", values);
    }

    private static void mark(XYPlot plot, CutOff cut) {
        plot.addDomainMarker(marker(cut.atNanos(), "cut: " + cut.id()));
        cut.restoreNanos().ifPresent(at -> plot.addDomainMarker(marker(at, "restored")));
    }

    private static ValueMarker marker(long nanos, String label) {
        ValueMarker marker = new ValueMarker(nanos / NANOS_PER_SECOND, FigureStyle.FAINT, SeriesLines.DOTTED);
        marker.setLabel(label);
        marker.setLabelFont(FigureStyle.SMALL);
        marker.setLabelPaint(FigureStyle.FAINT);
        marker.setLabelBackgroundColor(Color.WHITE);
        marker.setLabelAnchor(RectangleAnchor.BOTTOM_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_LEFT);
        return marker;
    }
}
