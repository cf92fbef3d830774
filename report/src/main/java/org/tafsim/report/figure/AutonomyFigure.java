package org.tafsim.report.figure;

import java.awt.Color;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;
import org.tafsim.model.CutOff;

/** What is kept of the promise to users over time, of each policy, with the moments at which somebody cut or restored. */
final class AutonomyFigure {

    private static final String METRIC = "autonomy_fraction";
    private static final int HEIGHT = 280;
    private static final double NANOS_PER_SECOND = 1e9;

    private AutonomyFigure() {}

    /** None where nobody is cut off. */
    static Optional<Figure> of(FigureData data) {
        if (data.cutOffs().isEmpty()) {
            return Optional.empty();
        }
        XYSeriesCollection lines = new XYSeriesCollection();
        data.policies().forEach(policy -> lines.addSeries(SeriesLines.percents(data, policy, "all", METRIC, policy)));
        NumberAxis time = FigureStyle.numbers("time since the start of the run (s)");
        XYPlot plot = new XYPlot(
                lines,
                time,
                FigureStyle.percent("autonomy (%)", 25, 10),
                SeriesLines.renderer(data.policies().size()));
        FigureStyle.style(plot);
        data.cutOffs().forEach(cut -> mark(plot, cut));
        plot.addRangeMarker(new ValueMarker(50, FigureStyle.FAINT, SeriesLines.DOTTED));
        return Optional.of(new Figure(
                "autonomy",
                "Autonomy over time by policy, " + data.scenario(),
                HEIGHT,
                FigureStyle.chart(
                        "Lawful service within SLO over time",
                        "%s: %s, before the first cut = 100".formatted(data.scenario(), data.meanOf()),
                        plot,
                        true)));
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
