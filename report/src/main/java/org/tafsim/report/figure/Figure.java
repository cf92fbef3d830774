package org.tafsim.report.figure;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.JFreeChart;
import org.jfree.pdf.PDFDocument;
import org.jfree.pdf.PDFGraphics2D;
import org.jfree.pdf.PDFHints;
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

    private static final Pattern PDF_DATE = Pattern.compile("/(CreationDate|ModDate) \\(D:[^)]*\\)");

    private final String name;
    private final String title;
    private final String description;
    private final int height;
    private final JFreeChart chart;

    /** With a height for headings of one line each (points). */
    Figure(String name, String title, String description, int height, JFreeChart chart) {
        this.name = name;
        this.title = title;
        this.description = description;
        this.height = height + FigureStyle.wrappedHeight(chart);
        this.chart = chart;
    }

    /** File name without its ending, e.g. {@code latency-ttft}. */
    public String name() {
        return name;
    }

    /** What it shows, in a few words. */
    public String title() {
        return title;
    }

    /** What is to be seen, for those who cannot see it: how many runs, which intervals, and what came out best. */
    public String description() {
        return description;
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
        String text = "<title>" + SVGUtils.escapeForXML(title) + "</title><desc>" + SVGUtils.escapeForXML(description)
                + "</desc>";
        return drawing.substring(0, afterTag) + text + drawing.substring(afterTag) + "\n";
    }

    private static String coordinate(double value) {
        String text = Decimals.fixed(value, 3);
        return text.replaceFirst("\\.?0+$", "");
    }

    /**
     * A PDF file of one page; text is drawn as outlines, so that it looks the same without any font. The same bytes at every call. Its
     * numbers follow the JVM's format locale: where that has digits of its own, so has the file, and no reader opens it.
     */
    public byte[] pdf() {
        PDFDocument document = new PDFDocument();
        document.setTitle(pdfText(title));
        PDFGraphics2D canvas =
                document.createPage(new Rectangle2D.Double(0, 0, WIDTH, height)).getGraphics2D();
        canvas.setRenderingHint(PDFHints.KEY_DRAW_STRING_TYPE, PDFHints.VALUE_DRAW_STRING_TYPE_VECTOR);
        chart.draw(canvas, new Rectangle2D.Double(0, 0, WIDTH, height));
        return undated(document.getPDFBytes());
    }

    /** As UTF-16 in octal, which holds any character and closes no parenthesis. */
    private static String pdfText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16);
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> "\\" + octal(bytes[i] & 0xFF))
                .collect(Collectors.joining());
    }

    private static String octal(int value) {
        return Integer.toOctalString(0b1_000_000_000 | value).substring(1);
    }

    /** With blanks in place of the moment it was drawn: as many, since a PDF counts its bytes. */
    private static byte[] undated(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        return PDF_DATE.matcher(text)
                .replaceAll(date -> " ".repeat(date.group().length()))
                .getBytes(StandardCharsets.ISO_8859_1);
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
