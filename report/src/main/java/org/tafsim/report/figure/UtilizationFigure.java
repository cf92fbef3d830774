package org.tafsim.report.figure;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.data.xy.XYSeriesCollection;
import org.tafsim.engine.SeriesSample;

/** How busy the accelerators of each tier are over time: one panel for each policy, above each other. */
final class UtilizationFigure {

    private static final String METRIC = "utilization_fraction";
    private static final int PANEL_HEIGHT = 88;
    private static final int FRAME_HEIGHT = 110;
    private static final double END_MARGIN = 1.01;
    private static final double ROOM_FOR_NAME = 40;
    private static final double NANOS_PER_SECOND = 1e9;

    private UtilizationFigure() {}

    /** None where there is no series. */
    static Optional<Figure> of(FigureData data) {
        List<String> tiers = data.results().stream()
                .flatMap(result -> result.series().stream())
                .filter(sample -> sample.metric().equals(METRIC))
                .map(SeriesSample::entity)
                .distinct()
                .toList();
        if (tiers.isEmpty()) {
            return Optional.empty();
        }
        NumberAxis time = FigureStyle.numbers("time since the start of the run (s)");
        CombinedDomainXYPlot panels = new CombinedDomainXYPlot(time);
        panels.setGap(8);
        time.setRange(0, END_MARGIN * lastSeconds(data));
        for (String policy : data.policies()) {
            panels.add(panel(data, policy, tiers));
        }
        panels.setFixedLegendItems(
                panel(data, data.policies().get(0), tiers).getLegendItems()); // not those of every panel
        String warmup = data.warmupSeconds() > 0 ? ", warm-up left of the dots" : "";
        String subtitle = "%s: %s%s".formatted(data.scenario(), data.meanOf(), warmup);
        return Optional.of(new Figure(
                "utilization",
                "Utilization of accelerators over time by tier and policy, " + data.scenario(),
                FRAME_HEIGHT + PANEL_HEIGHT * data.policies().size(),
                FigureStyle.chart("Utilization over time", subtitle, panels, true)));
    }

    private static double lastSeconds(FigureData data) {
        return data.results().stream()
                        .flatMap(result -> result.series().stream())
                        .mapToLong(SeriesSample::atNanos)
                        .max()
                        .orElseThrow()
                / NANOS_PER_SECOND;
    }

    private static XYPlot panel(FigureData data, String policy, List<String> tiers) {
        XYSeriesCollection lines = new XYSeriesCollection();
        tiers.forEach(tier -> lines.addSeries(SeriesLines.percents(
                data, policy, tier, METRIC, tier.replaceFirst("^tier:", "").replace('-', ' '))));
        XYPlot panel = new XYPlot(
                lines, null, FigureStyle.percent("busy (%)", 50, ROOM_FOR_NAME), SeriesLines.renderer(tiers.size()));
        FigureStyle.style(panel);
        panel.addAnnotation(label(policy));
        if (data.warmupSeconds() > 0) {
            panel.addDomainMarker(new ValueMarker(data.warmupSeconds(), FigureStyle.FAINT, SeriesLines.DOTTED));
        }
        return panel;
    }

    private static XYTitleAnnotation label(String policy) {
        TextTitle text = new TextTitle(policy, FigureStyle.SMALL_BOLD);
        text.setPaint(FigureStyle.INK);
        text.setBackgroundPaint(Color.WHITE);
        return new XYTitleAnnotation(0.01, 1, text, RectangleAnchor.TOP_LEFT);
    }
}
