package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeriesCollection;
import org.jspecify.annotations.Nullable;

/** One look for all figures. */
final class FigureStyle {

    static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 10);
    static final Font SMALL_BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 10);
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);

    static final Stroke HAIRLINE = new BasicStroke(0.75f);

    static final Color INK = new Color(0x22, 0x22, 0x22);
    static final Color FAINT = new Color(0x66, 0x66, 0x66);
    static final Color GRID = new Color(0xE2, 0xE2, 0xE2);

    /** Told apart by people with any kind of color vision: Okabe and Ito, <i>Color Universal Design</i>, 2008. */
    private static final List<Color> COLORS = List.of(
            new Color(0x00, 0x72, 0xB2), // blue
            new Color(0xE6, 0x9F, 0x00), // orange
            new Color(0x00, 0x9E, 0x73), // bluish green
            new Color(0xD5, 0x5E, 0x00), // vermilion
            new Color(0x56, 0xB4, 0xE9), // sky blue
            new Color(0xCC, 0x79, 0xA7), // reddish purple
            new Color(0x00, 0x00, 0x00), // black
            new Color(0xF0, 0xE4, 0x42)); // yellow, the faintest on white

    /** How many there are; then they repeat. */
    static final int COLOR_COUNT = COLORS.size();

    private static final float[][] DASHES = {{}, {6, 2.5f}, {2, 2}, {8, 2.5f, 2, 2.5f}};

    private static final int HEADING_MARGIN = 24;
    private static final double LINE_SPACING = 1.3;
    private static final int LEGEND_SYMBOL = 27;
    private static final int LEGEND_MARGIN = 20;
    private static final int LEGEND_LINE = 17;

    private FigureStyle() {}

    /** Color of the n-th series, from 0; repeats after eight. */
    static Color color(int index) {
        return COLORS.get(index % COLORS.size());
    }

    /** Line of the n-th series: dashes tell lines apart in black and white. */
    static Stroke line(int index) {
        int pattern = (index + index / COLORS.size()) % DASHES.length;
        float[] dash = DASHES[pattern];
        return dash.length == 0
                ? new BasicStroke(1.75f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(1.75f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    /** A chart with its headings, and a legend where asked for. */
    static JFreeChart chart(String title, String subtitle, Plot plot, boolean hasLegend) {
        JFreeChart chart = new JFreeChart(null, TITLE, plot, hasLegend);
        chart.setAntiAlias(true);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 6, 12));
        chart.addSubtitle(0, heading(title, TITLE, INK, 1));
        chart.addSubtitle(1, heading(subtitle, SMALL, FAINT, 6));
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        if (hasLegend) {
            style(chart.getLegend());
        }
        return chart;
    }

    /** What headings of more than one line add to the height of a figure (points). */
    static int wrappedHeight(JFreeChart chart) {
        int height = 0;
        for (Object subtitle : chart.getSubtitles()) {
            if (subtitle instanceof TextTitle heading) {
                double lines = Math.ceil(width(heading.getText(), heading.getFont()) / (Figure.WIDTH - HEADING_MARGIN));
                height += (int) Math.round(
                        (lines - 1) * LINE_SPACING * heading.getFont().getSize());
            }
        }
        return height;
    }

    /** What a legend of such labels adds to the height of a figure (points). */
    static int legendHeight(List<String> labels) {
        int lines = 1;
        double used = 0;
        for (String label : labels) {
            double width = LEGEND_SYMBOL + width(label, TEXT);
            if (used > 0 && used + width > Figure.WIDTH - LEGEND_MARGIN) {
                lines++;
                used = 0;
            }
            used += width;
        }
        return labels.isEmpty() ? 0 : 8 + LEGEND_LINE * lines;
    }

    /** Of a text (points). */
    static double width(String text, Font font) {
        return font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
    }

    private static TextTitle heading(String text, Font font, Color color, double below) {
        TextTitle heading = new TextTitle(text, font);
        heading.setPaint(color);
        heading.setHorizontalAlignment(HorizontalAlignment.LEFT);
        heading.setTextAlignment(HorizontalAlignment.LEFT);
        heading.setMargin(0, 0, below, 0);
        return heading;
    }

    private static void style(LegendTitle legend) {
        legend.setItemFont(TEXT);
        legend.setItemPaint(INK);
        legend.setFrame(BlockBorder.NONE);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setMargin(4, 0, 0, 0);
        legend.setBackgroundPaint(Color.WHITE);
    }

    static void style(XYPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlineStroke(HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    }

    static <A extends ValueAxis> A style(A axis) {
        axis.setLabelFont(TEXT);
        axis.setLabelPaint(INK);
        axis.setTickLabelFont(SMALL);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(FAINT);
        axis.setTickMarkPaint(FAINT);
        return axis;
    }

    /** A plot for annotations alone: without data or renderer there would be neither grid nor markers. */
    static XYPlot empty(@Nullable ValueAxis domain, @Nullable ValueAxis range) {
        XYPlot plot = new XYPlot(new XYSeriesCollection(), domain, range, new XYLineAndShapeRenderer());
        style(plot);
        return plot;
    }

    /** The name of a panel, in its upper left corner. */
    static XYTitleAnnotation panelName(String name) {
        TextTitle text = new TextTitle(name, SMALL_BOLD);
        text.setPaint(INK);
        text.setBackgroundPaint(Color.WHITE);
        text.setMargin(0, 4, 0, 0);
        return new XYTitleAnnotation(
                0, 1, text, RectangleAnchor.TOP_LEFT); // shares between the ends are wrong on logarithmic axes
    }

    /** An axis of plain numbers. */
    static NumberAxis numbers(String label) {
        NumberAxis axis = style(new NumberAxis(label));
        axis.setNumberFormatOverride(format());
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    /** An axis of plain numbers over a range, with ticks at about four round ones. */
    static NumberAxis numbers(String label, double from, double to) {
        NumberAxis axis = numbers(label);
        axis.setRange(from, to);
        axis.setTickUnit(new NumberTickUnit(step(to - from)));
        return axis;
    }

    /** The greatest of 1, 2, 5 times a power of ten that fits at least three times. */
    static double step(double span) {
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(span / 3)));
        double times = span / 3 / decade;
        if (times >= 5) {
            return 5 * decade;
        }
        return times >= 2 ? 2 * decade : decade;
    }

    /** An axis from 0 to 100 %, with a little room for thick lines at the ends and more for text above. */
    static NumberAxis percent(String label, double tickDistance, double above) {
        NumberAxis axis = numbers(label);
        axis.setRange(-2, 102 + above);
        axis.setTickUnit(new NumberTickUnit(tickDistance) {
            @Override
            public String valueToString(double value) {
                return value > 100 ? "" : super.valueToString(value);
            }
        });
        return axis;
    }

    /** Numbers with a comma between thousands, whatever the locale. */
    static NumberFormat format() {
        return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
