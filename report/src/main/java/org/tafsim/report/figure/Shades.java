package org.tafsim.report.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.renderer.PaintScale;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * Shades of blue for a range of values, darker for more. After ColorBrewer's <i>Blues</i> (Harrower and Brewer, 2003), which every
 * kind of color vision sees in order.
 *
 * @param least value; above 0 where the scale is logarithmic
 * @param most above the least
 */
record Shades(double least, double most, boolean isLogarithmic) {

    /** Of a figure with the legend of shades (points). */
    static final int LEGEND_HEIGHT = 58;

    private static final List<Color> STOPS = List.of(
            new Color(0xF7, 0xFB, 0xFF),
            new Color(0xC6, 0xDB, 0xEF),
            new Color(0x6B, 0xAE, 0xD6),
            new Color(0x21, 0x71, 0xB5),
            new Color(0x08, 0x30, 0x6B));

    /** White is read better than black where less light than this comes back, of 1. */
    private static final double DARK = 0.5;

    private static final int STRIP_WIDTH = 9;

    /** For values far apart, over as many decades as shades can tell. */
    static Shades logarithmic(double least, double most) {
        double to = most > 0 ? most : 1;
        double from = Math.min(Math.max(least, to / 1e4), to / 1.1);
        return new Shades(from, to, true);
    }

    /** Color of a value; values outside have that of the nearest end. */
    Color of(double value) {
        double share = isLogarithmic
                ? StrictMath.log(Math.max(value, least) / least) / StrictMath.log(most / least)
                : (value - least) / (most - least);
        double place = Math.max(0, Math.min(1, share)) * (STOPS.size() - 1);
        int below = (int) Math.min(STOPS.size() - 2, Math.floor(place));
        return mixed(STOPS.get(below), STOPS.get(below + 1), place - below);
    }

    private static Color mixed(Color one, Color other, double share) {
        return new Color(
                between(one.getRed(), other.getRed(), share),
                between(one.getGreen(), other.getGreen(), share),
                between(one.getBlue(), other.getBlue(), share));
    }

    private static int between(int one, int other, double share) {
        return (int) Math.round(one + share * (other - one));
    }

    /** Color of text on a color. */
    static Color ink(Color ground) {
        double light = (0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue()) / 255;
        return light < DARK ? Color.WHITE : FigureStyle.INK;
    }

    /** The scale below a figure. */
    PaintScaleLegend legend(String label) {
        PaintScaleLegend legend = new PaintScaleLegend(new Strip(), axis(label));
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setStripWidth(STRIP_WIDTH);
        legend.setMargin(8, 60, 2, 60);
        legend.setBackgroundPaint(Color.WHITE);
        legend.setStripOutlineVisible(false);
        return legend;
    }

    /** A strip is cut in pieces of one size, so that it needs places in place of values: logarithms of them, where the scale is. */
    private ValueAxis axis(String label) {
        return isLogarithmic
                ? new Exponents(label, StrictMath.log10(least), StrictMath.log10(most))
                : FigureStyle.numbers(label, least, most);
    }

    /** Colors by place. */
    private final class Strip implements PaintScale {

        @Override
        public double getLowerBound() {
            return isLogarithmic ? StrictMath.log10(least) : least;
        }

        @Override
        public double getUpperBound() {
            return isLogarithmic ? StrictMath.log10(most) : most;
        }

        @Override
        public Paint getPaint(double place) {
            return of(isLogarithmic ? StrictMath.pow(10, place) : place);
        }
    }

    /** A linear axis of exponents that shows the powers. */
    private static final class Exponents extends NumberAxis {

        private static final long serialVersionUID = 1L;

        Exponents(String label, double from, double to) {
            super(label);
            FigureStyle.style(this);
            setRange(from, to);
        }

        @Override
        public List<Tick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
            List<Tick> ticks = new ArrayList<>();
            boolean hasRoom = getRange().getLength() < 2;
            for (double decade = Math.floor(getRange().getLowerBound());
                    decade <= getRange().getUpperBound();
                    decade++) {
                for (int step : hasRoom ? new int[] {1, 2, 5} : new int[] {1}) {
                    double place = decade + StrictMath.log10(step);
                    if (getRange().contains(place)) {
                        String text = FigureStyle.format().format(step * StrictMath.pow(10, decade));
                        ticks.add(new NumberTick(place, text, TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
                    }
                }
            }
            return ticks;
        }
    }
}
