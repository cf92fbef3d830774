package org.tafsim.report.figure;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.ui.TextAnchor;

/** Names of the dots of a scatter, where there is room. */
final class PointLabels {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 8);
    private static final double DOT = 8;
    private static final int LONGEST = 40;

    private final Span across;
    private final Span up;
    private final double width;
    private final double height;
    private final LabelPlacer placer;

    /** On a plot of some size (points). */
    PointLabels(Span across, Span up, double width, double height) {
        this.across = across;
        this.up = up;
        this.width = width;
        this.height = height;
        placer = new LabelPlacer(width, height, 4, 8, 12);
    }

    private double x(double value) {
        return across.share(value) * width;
    }

    private double y(double value) {
        return (1 - up.share(value)) * height;
    }

    /** A dot with its interval in both directions. */
    void addCross(Choice choice) {
        double x = x(choice.cost().mean());
        double y = y(choice.latency().mean());
        placer.addDot(x, y, DOT);
        placer.addLine(x(across.low(choice.cost())), y, x(Span.high(choice.cost())), y);
        placer.addLine(x, y(up.low(choice.latency())), x, y(Span.high(choice.latency())));
    }

    /** The stairs from one choice to the next. */
    void addSteps(List<Choice> front) {
        for (int i = 1; i < front.size(); i++) {
            double x1 = x(front.get(i - 1).cost().mean());
            double y1 = y(front.get(i - 1).latency().mean());
            double x2 = x(front.get(i).cost().mean());
            placer.addLine(x1, y1, x2, y1);
            placer.addLine(x2, y1, x2, y(front.get(i).latency().mean()));
        }
    }

    /** Whether the dots lie on each other, so that only one can have a name. */
    boolean areOneDot(Choice one, Choice other) {
        double across = x(one.cost().mean()) - x(other.cost().mean());
        double down = y(one.latency().mean()) - y(other.latency().mean());
        return across * across + down * down < DOT * DOT;
    }

    /** The name of a choice, where it finds room. */
    Optional<XYTextAnnotation> place(Choice choice, String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return placer.place(x(choice.cost().mean()), y(choice.latency().mean()), text, FONT)
                .map(box -> annotation(text, box));
    }

    private XYTextAnnotation annotation(String text, Rectangle2D box) {
        XYTextAnnotation name =
                new XYTextAnnotation(text, across.at(box.getCenterX() / width), up.at(1 - box.getCenterY() / height));
        name.setFont(FONT);
        name.setPaint(FigureStyle.INK);
        name.setTextAnchor(TextAnchor.CENTER);
        return name;
    }
}
