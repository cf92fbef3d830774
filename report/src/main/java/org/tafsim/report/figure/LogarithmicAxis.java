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

/** A logarithmic axis with ticks at 1, 2, 5, 10, 20, …, of which those in between have numbers where there is room. */
final class LogarithmicAxis extends LogAxis {

    private static final int[] STEPS = {1, 2, 5};
    private static final double MOST_DECADES_WITH_STEPS = 2.5;

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
        boolean hasRoom = StrictMath.log10(to / from) <= MOST_DECADES_WITH_STEPS;
        TextAnchor anchor = RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<Tick> ticks = new ArrayList<>();
        for (double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(from))); decade <= to; decade *= 10) {
            for (int step : STEPS) {
                double value = decade * step;
                if (value >= from && value <= to) {
                    boolean isMajor = step == 1 || hasRoom;
                    String text = isMajor ? FigureStyle.format().format(value) : "";
                    TickType type = isMajor ? TickType.MAJOR : TickType.MINOR;
                    ticks.add(new NumberTick(type, value, text, anchor, TextAnchor.CENTER, 0));
                }
            }
        }
        return ticks;
    }
}
