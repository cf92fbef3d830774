package org.tafsim.report.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The texts of a drawing with the room they take. */
final class SvgTexts {

    private static final Pattern SIZE = Pattern.compile("font-size:\\s*([0-9.]+)px");
    private static final double BLEED = 2; // bounds of a font are wider than what it draws

    private SvgTexts() {}

    record Placed(String text, Rectangle2D box) {}

    static List<Placed> of(String svg) throws Exception {
        NodeList nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("text");
        List<Placed> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element node = (Element) nodes.item(i);
            if (!node.getTextContent().isBlank()) {
                texts.add(new Placed(node.getTextContent(), box(node)));
            }
        }
        return texts;
    }

    private static Rectangle2D box(Element node) {
        Matcher size = SIZE.matcher(node.getAttribute("style"));
        float points = size.find() ? Float.parseFloat(size.group(1)) : 12;
        int style = node.getAttribute("style").contains("bold") ? Font.BOLD : Font.PLAIN;
        Rectangle2D bounds = new Font(Font.SANS_SERIF, style, 1)
                .deriveFont(points)
                .getStringBounds(node.getTextContent(), new FontRenderContext(null, true, true));
        double x = Double.parseDouble(node.getAttribute("x"));
        double y = Double.parseDouble(node.getAttribute("y"));
        Rectangle2D placed = new Rectangle2D.Double(
                x + BLEED / 2,
                y + bounds.getY() + BLEED,
                Math.max(0.1, bounds.getWidth() - BLEED),
                Math.max(0.1, bounds.getHeight() - 2 * BLEED));
        return transform(node.getAttribute("transform"))
                .createTransformedShape(placed)
                .getBounds2D();
    }

    private static AffineTransform transform(String text) {
        if (!text.startsWith("matrix(")) {
            return new AffineTransform();
        }
        double[] numbers = Arrays.stream(
                        text.substring("matrix(".length(), text.indexOf(')')).split("[, ]+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new AffineTransform(numbers);
    }

    /** Pairs of texts that lie on each other, and texts that leave the drawing. */
    static List<String> faults(Figure figure) throws Exception {
        String svg = figure.svg();
        Matcher view =
                Pattern.compile("viewBox=[\"']0 0 ([0-9.]+) ([0-9.]+)[\"']").matcher(svg);
        view.find();
        Rectangle2D page =
                new Rectangle2D.Double(0, 0, Double.parseDouble(view.group(1)), Double.parseDouble(view.group(2)));
        List<Placed> texts = of(svg);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!page.contains(texts.get(i).box())) {
                faults.add(figure.name() + ": outside: " + texts.get(i));
            }
            for (int j = 0; j < i; j++) {
                if (texts.get(i).box().intersects(texts.get(j).box())) {
                    faults.add(figure.name() + ": " + texts.get(j) + " under " + texts.get(i));
                }
            }
        }
        return faults;
    }
}
