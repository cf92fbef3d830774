package org.tafsim.report.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds room for names beside their dots: on the side where the fewest lines pass; none where a name would cover a dot or another name,
 * or leave the picture.
 */
final class LabelPlacer {

    private enum Side {
        RIGHT(1, 0),
        LEFT(-1, 0),
        ABOVE(0, -1),
        BELOW(0, 1),
        RIGHT_ABOVE(1, -1),
        LEFT_ABOVE(-1, -1),
        RIGHT_BELOW(1, 1),
        LEFT_BELOW(-1, 1);

        private final int across;
        private final int down;

        Side(int across, int down) {
            this.across = across;
            this.down = down;
        }
    }

    private final double width;
    private final double height;
    private final double[] gaps;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Line2D> lines = new ArrayList<>();

    /**
     * On a picture of some size (points).
     *
     * @param gaps between dot and name, tried in this order (points)
     */
    LabelPlacer(double width, double height, double... gaps) {
        this.width = width;
        this.height = height;
        this.gaps = gaps.clone();
    }

    /** A dot that no name may cover. */
    void addDot(double x, double y, double diameter) {
        taken.add(new Rectangle2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter));
    }

    /** A line that names had better not cross. */
    void addLine(double x1, double y1, double x2, double y2) {
        lines.add(new Line2D.Double(x1, y1, x2, y2));
    }

    /** Room for a name of a dot, which is taken from then on. */
    Optional<Rectangle2D> place(double x, double y, String text, Font font) {
        Rectangle2D size = font.getStringBounds(text, new FontRenderContext(null, true, true));
        Optional<Rectangle2D> best = Arrays.stream(gaps)
                .mapToObj(gap -> Stream.of(Side.values())
                        .map(side -> box(x, y, side, gap, size))
                        .filter(this::isFree)
                        .min(Comparator.comparingLong(this::crossings)))
                .flatMap(Optional::stream)
                .findFirst();
        best.ifPresent(taken::add);
        return best;
    }

    private long crossings(Rectangle2D box) {
        return lines.stream().filter(line -> line.intersects(box)).count();
    }

    private static Rectangle2D box(double x, double y, Side side, double gap, Rectangle2D size) {
        double wide = size.getWidth();
        double high = size.getHeight();
        double centerX = x + side.across * (gap + wide / 2);
        double centerY = y + side.down * (gap / 2 + high / 2);
        return new Rectangle2D.Double(centerX - wide / 2, centerY - high / 2, wide, high);
    }

    private boolean isFree(Rectangle2D box) {
        return new Rectangle2D.Double(0, 0, width, height).contains(box)
                && taken.stream().noneMatch(box::intersects);
    }
}
