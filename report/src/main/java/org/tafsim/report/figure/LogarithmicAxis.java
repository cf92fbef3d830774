package org.tafsim.report.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis with ticks at 1, 2, 5, 10, 20, …, which have numbers where there is room, those of decades first. */
final class LogarithmicAxis extends LogAxis {

    private static final int[] STEPS = {1, 2, 5};
    private static final double GAP = 6;
    private static final double RIGHT_MARGIN = 12; // of charts
    private static final double LINE_HEIGHT = 13;

    LogarithmicAxis(String label, double from, double to) {
        super(label);
        FigureStyle.style(this);
        setMinorTickMarksVisible(true);
        setRange(from, to);
    }

    @Override
    public List<Tick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double from = getRange().getLowerBound();
        double to = getRange().getUpperBound();
        List<Double> decades = new ArrayList<>();
        List<Double> between = new ArrayList<>();
        for (double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(from))); decade <= to; decade *= 10) {
            for (int step : STEPS) {
                double value = decade * step;
                if (value >= from && value <= to) {
                    (step == 1 ? decades : between).add(value);
                }
            }
        }
        List<Tick> ticks = new ArrayList<>();
        List<double[]> taken = new ArrayList<>(); // from and to along the axis
        decades.forEach(value -> ticks.add(tick(value, area, edge, taken)));
        between.forEach(value -> ticks.add(tick(value, area, edge, taken)));
        return ticks;
    }

    /** With its number where that covers no other. */
    private Tick tick(double value, Rectangle2D area, RectangleEdge edge, List<double[]> taken) {
        String text = FigureStyle.format().format(value);
        boolean isAcross = RectangleEdge.isTopOrBottom(edge);
        double half = (isAcross ? FigureStyle.width(text, getTickLabelFont()) + GAP : LINE_HEIGHT) / 2;
        double place = valueToJava2D(value, area, edge);
        boolean hasRoom = taken.stream().noneMatch(other -> place - half < other[1] && place + half > other[0])
                && (!isAcross || place + half < area.getMaxX() + RIGHT_MARGIN);
        if (hasRoom) {
            taken.add(new double[] {place - half, place + half});
        }
        TextAnchor anchor = isAcross ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        TickType type = hasRoom ? TickType.MAJOR : TickType.MINOR;
        return new NumberTick(type, value, hasRoom ? text : "", anchor, TextAnchor.CENTER, 0);
    }
}
