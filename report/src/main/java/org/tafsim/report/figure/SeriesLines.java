package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.tafsim.engine.RunResult;
import org.tafsim.stats.Tally;

/** Lines over time, of means over replications. */
final class SeriesLines {

    /** Of what is not data. */
    static final BasicStroke DOTTED =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {1, 2}, 0);

    private static final double NANOS_PER_SECOND = 1e9;

    private SeriesLines() {}

    /**
     * Values over seconds.
     *
     * @param factor from the metric's unit to the axis's
     * @param name in the legend
     */
    static XYSeries means(FigureData data, String policy, String entity, String metric, double factor, String name) {
        Map<Long, Tally> byTime = new TreeMap<>();
        for (RunResult result : data.results()) {
            if (result.policy().equals(policy)) {
                result.series().stream()
                        .filter(sample -> sample.metric().equals(metric)
                                && sample.entity().equals(entity))
                        .forEach(sample -> byTime.computeIfAbsent(sample.atNanos(), at -> new Tally())
                                .record(factor * sample.value()));
            }
        }
        XYSeries line = new XYSeries(name, false, true);
        byTime.forEach((at, values) -> line.add(at / NANOS_PER_SECOND, values.mean()));
        return line;
    }

    /** Draws so many lines, each in its own color and dashes. */
    static XYLineAndShapeRenderer renderer(int lines) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < lines; i++) {
            renderer.setSeriesPaint(i, FigureStyle.color(i));
            renderer.setSeriesStroke(i, FigureStyle.line(i));
        }
        return renderer;
    }
}
