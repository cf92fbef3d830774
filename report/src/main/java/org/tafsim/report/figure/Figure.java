package org.tafsim.report.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.JFreeChart;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUtils;
import org.jfree.svg.ViewBox;
import org.tafsim.experiment.Decimals;

/** A picture of results, as wide as the column of a paper. */
public final class Figure {

    /** Width of all figures (points at screen size): 12 pt text stays readable at the 85 mm of a column. */
    static final int WIDTH = 420;

    /** Pixels of a PNG per point: 350 dpi at 85 mm. */
    private static final int PNG_SCALE = 3;

    /** DejaVu Sans measures the text; Verdana has nearly its widths. */
    private static final String FONT_FAMILY = "DejaVu Sans, Verdana, sans-serif";

    private final String name;
    private final String title;
    private final int height;
    private final JFreeChart chart;

    Figure(String name, String title, int height, JFreeChart chart) {
        this.name = name;
        this.title = title;
        this.height = height;
        this.chart = chart;
    }

    /** File name without its ending, e.g. {@code latency-ttft}. */
    public String name() {
        return name;
    }

    /** What it shows, in a few words; also the picture's text for those who cannot see it. */
    public String title() {
        return title;
    }

    /** An SVG document; the same bytes at every call on machines with the same fonts. */
    public String svg() {
        SVGGraphics2D canvas = new SVGGraphics2D(WIDTH, height);
        canvas.setDefsKeyPrefix(name + "-"); // the default holds the time
        canvas.setFontFunction(family -> FONT_FAMILY);
        canvas.setGeomDoubleConverter(Figure::coordinate);
        canvas.setTransformDoubleConverter(Figure::coordinate);
        chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, height));
        ViewBox box = new ViewBox(0, 0, WIDTH, height); // so that it scales with the page
        String drawing = canvas.getSVGElement(name, true, box, null, null);
        int afterTag = drawing.indexOf('>') + 1;
        String text = "<title>" + SVGUtils.escapeForXML(title) + "</title>";
        return drawing.substring(0, afterTag) + text + drawing.substring(afterTag) + "\n";
    }

    private static String coordinate(double value) {
        String text = Decimals.fixed(value, 3);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** A PNG file. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.scale(PNG_SCALE, PNG_SCALE);
        chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, height));
        canvas.dispose();
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", target)) {
                throw new IllegalStateException("Every Java platform writes PNG.");
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can be written.", e);
        }
        return bytes.toByteArray();
    }
}
