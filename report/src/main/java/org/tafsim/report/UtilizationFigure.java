package org.tafsim.report;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;
import org.tafsim.stats.Tally;

/** How busy the accelerators of each tier are over time: one panel for each policy, above each other. */
final class UtilizationFigure {

    private static final String METRIC = "utilization_fraction";
    private static final int PANEL_HEIGHT = 88;
    private static final int FRAME_HEIGHT = 110;
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
        panels.setGap(4);
        time.setLowerMargin(0);
        time.setUpperMargin(0.01);
        for (String policy : data.policies()) {
            panels.add(panel(data, policy, tiers));
        }
        panels.setFixedLegendItems(
                panel(data, data.policies().get(0), tiers).getLegendItems()); // not those of every panel
        String warmup = data.warmupSeconds() > 0 ? ", measured from the dots on" : "";
        String subtitle = "%s: %s%s".formatted(data.scenario(), data.meanOf(), warmup);
        return Optional.of(new Figure(
                "utilization",
                "Utilization of accelerators over time by tier and policy, " + data.scenario(),
                FRAME_HEIGHT + PANEL_HEIGHT * data.policies().size(),
                FigureStyle.chart("Utilization over time", subtitle, panels, true)));
    }

    private static XYPlot panel(FigureData data, String policy, List<String> tiers) {
        XYSeriesCollection lines = new XYSeriesCollection();
        tiers.forEach(tier -> lines.addSeries(line(data, policy, tier)));
        XYPlot panel =
                new XYPlot(lines, null, FigureStyle.percent("busy (%)", 50, ROOM_FOR_NAME), renderer(tiers.size()));
        FigureStyle.style(panel);
        panel.addAnnotation(label(policy));
        if (data.warmupSeconds() > 0) {
            BasicStroke dotted =
                    new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {1, 2}, 0);
            panel.addDomainMarker(new ValueMarker(data.warmupSeconds(), FigureStyle.FAINT, dotted));
        }
        return panel;
    }

    private static XYTitleAnnotation label(String policy) {
        TextTitle text = new TextTitle(policy, FigureStyle.SMALL_BOLD);
        text.setPaint(FigureStyle.INK);
        return new XYTitleAnnotation(0.01, 1, text, RectangleAnchor.TOP_LEFT);
    }

    private static XYSeries line(FigureData data, String policy, String tier) {
        Map<Long, Tally> byTime = new TreeMap<>();
        for (RunResult result : data.results()) {
            if (result.policy().equals(policy)) {
                result.series().stream()
                        .filter(sample -> sample.metric().equals(METRIC)
                                && sample.entity().equals(tier))
                        .forEach(sample -> byTime.computeIfAbsent(sample.atNanos(), at -> new Tally())
                                .record(100 * sample.value()));
            }
        }
        XYSeries line = new XYSeries(tier.replaceFirst("^tier:", "").replace('-', ' '), false, true);
        byTime.forEach((at, values) -> line.add(at / NANOS_PER_SECOND, values.mean()));
        return line;
    }

    private static XYLineAndShapeRenderer renderer(int tiers) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < tiers; i++) {
            renderer.setSeriesPaint(i, FigureStyle.color(i));
            renderer.setSeriesStroke(i, FigureStyle.line(i));
        }
        return renderer;
    }
}
