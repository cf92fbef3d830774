package org.tafsim.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.XYDataItem;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.tafsim.engine.SeriesSample;

/** What the accelerators of each tier do over time: one panel for each policy, above each other. */
final class OverTimeFigure {

    private static final int PANEL_HEIGHT = 88;
    private static final int FRAME_HEIGHT = 92;
    private static final double END_MARGIN = 1.01;
    private static final double ROOM_FOR_NAME = 40;
    private static final double NANOS_PER_SECOND = 1e9;

    private final FigureData data;
    private final Kind kind;
    private final List<String> tiers;

    private OverTimeFigure(FigureData data, Kind kind, List<String> tiers) {
        this.data = data;
        this.kind = kind;
        this.tiers = tiers;
    }

    /**
     * What is drawn.
     *
     * @param label of the vertical axis, with its unit
     * @param factor from the metric's unit to that
     */
    private record Kind(String name, String metric, String title, String label, String unit, double factor) {
        static final Kind UTILIZATION =
                new Kind("utilization", "utilization_fraction", "Utilization over time", "busy (%)", "%", 100);
        static final Kind POWER = new Kind("power", "power_kw", "Electric power over time", "power (kW)", "kW", 1);
    }

    /** How busy they are; none where there is no series. */
    static Optional<Figure> utilization(FigureData data) {
        return of(data, Kind.UTILIZATION);
    }

    /** What they draw; none where there is no series. */
    static Optional<Figure> power(FigureData data) {
        return of(data, Kind.POWER);
    }

    private static Optional<Figure> of(FigureData data, Kind kind) {
        List<String> tiers = data.results().stream()
                .flatMap(result -> result.series().stream())
                .filter(sample -> sample.metric().equals(kind.metric()))
                .map(SeriesSample::entity)
                .distinct()
                .toList();
        return tiers.isEmpty() ? Optional.empty() : Optional.of(new OverTimeFigure(data, kind, tiers).figure());
    }

    private Figure figure() {
        List<XYSeriesCollection> lines = data.drawn().stream().map(this::lines).toList();
        Peak peak = peak(lines);
        CombinedDomainXYPlot panels =
                new CombinedDomainXYPlot(FigureStyle.numbers("time since the start of the run (s)"));
        panels.setGap(8);
        panels.getDomainAxis().setRange(0, END_MARGIN * lastSeconds());
        List<XYPlot> plots = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            plots.add(panel(data.drawn().get(i), lines.get(i), peak.value()));
        }
        plots.forEach(panels::add);
        panels.setFixedLegendItems(plots.get(0).getLegendItems()); // not those of every panel
        String warmup = data.warmupSeconds() > 0 ? ", warm-up left of the dots" : "";
        String subtitle = "%s: %s%s%s".formatted(data.scenario(), data.meanOf(), warmup, data.omission());
        String description = "%s, %s. Highest: %s.".formatted(kind.title(), subtitle, peak.text(kind));
        return new Figure(
                kind.name(),
                "%s by tier and policy, %s".formatted(kind.title(), data.scenario()),
                description,
                FRAME_HEIGHT + PANEL_HEIGHT * plots.size() + FigureStyle.legendHeight(tiers),
                FigureStyle.chart(kind.title(), subtitle, panels, true));
    }

    /** The highest point of all lines. */
    private record Peak(String tier, String policy, double seconds, double value) {
        String text(Kind kind) {
            return String.format(
                    Locale.ROOT, "%s under %s, %.3g %s after %.0f s", tier, policy, value, kind.unit(), seconds);
        }
    }

    private Peak peak(List<XYSeriesCollection> lines) {
        Peak peak = new Peak("", "", 0, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < lines.size(); i++) {
            for (int tier = 0; tier < tiers.size(); tier++) {
                XYSeries line = lines.get(i).getSeries(tier);
                for (int item = 0; item < line.getItemCount(); item++) {
                    XYDataItem point = line.getDataItem(item);
                    if (point.getYValue() > peak.value()) {
                        peak = new Peak(
                                name(tiers.get(tier)), data.drawn().get(i), point.getXValue(), point.getYValue());
                    }
                }
            }
        }
        return peak;
    }

    private double lastSeconds() {
        return data.results().stream()
                        .flatMap(result -> result.series().stream())
                        .mapToLong(SeriesSample::atNanos)
                        .max()
                        .orElseThrow()
                / NANOS_PER_SECOND;
    }

    private static String name(String tier) {
        return tier.replaceFirst("^tier:", "").replace('-', ' ');
    }

    private XYSeriesCollection lines(String policy) {
        XYSeriesCollection lines = new XYSeriesCollection();
        tiers.forEach(tier ->
                lines.addSeries(SeriesLines.means(data, policy, tier, kind.metric(), kind.factor(), name(tier))));
        return lines;
    }

    private XYPlot panel(String policy, XYSeriesCollection lines, double highest) {
        XYPlot panel = new XYPlot(lines, null, axis(highest), SeriesLines.renderer(tiers.size()));
        FigureStyle.style(panel);
        panel.addAnnotation(FigureStyle.panelName(policy));
        if (data.warmupSeconds() > 0) {
            panel.addDomainMarker(new ValueMarker(data.warmupSeconds(), FigureStyle.FAINT, SeriesLines.DOTTED));
        }
        return panel;
    }

    /** The same for all panels, with room for the policy's name above. */
    private NumberAxis axis(double highest) {
        if (kind.equals(Kind.UTILIZATION)) {
            return FigureStyle.percent(kind.label(), 50, ROOM_FOR_NAME);
        }
        double top = highest > 0 ? highest : 1;
        return FigureStyle.numbers(kind.label(), -0.02 * top, top * (1.02 + ROOM_FOR_NAME / 100));
    }
}
