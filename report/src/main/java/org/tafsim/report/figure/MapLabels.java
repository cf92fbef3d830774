package org.tafsim.report.figure;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.ui.TextAnchor;
import org.tafsim.scenario.topology.Topology;

/**
 * Names of nodes on a map, each on the side of its dot where the fewest links pass; left out where it would cover a dot or another
 * name, or leave the map.
 */
final class MapLabels {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 8);
    private static final double GAP = 4;
    private static final double DOT = 3;
    private static final int LONGEST = 18;

    private enum Side {
        RIGHT(1, 0),
        LEFT(-1, 0),
        ABOVE(0, -1),
        BELOW(0, 1);

        private final int across;
        private final int down;

        Side(int across, int down) {
            this.across = across;
            this.down = down;
        }
    }

    private final Topology topology;
    private final MapFrame frame;
    private final double width;
    private final double height;
    private final List<Rectangle2D> taken = new ArrayList<>();
    private final List<Line2D> links = new ArrayList<>();

    /** On a map of some size (points). */
    MapLabels(Topology topology, MapFrame frame, double width, double height) {
        this.topology = topology;
        this.frame = frame;
        this.width = width;
        this.height = height;
        for (Topology.Node node : topology.nodes()) {
            taken.add(new Rectangle2D.Double(x(node) - DOT / 2, y(node) - DOT / 2, DOT, DOT));
        }
        for (Topology.Link link : topology.links()) {
            Topology.Node from = topology.nodes().get(link.from());
            Topology.Node to = topology.nodes().get(link.to());
            links.add(new Line2D.Double(x(from), y(from), x(to), y(to)));
        }
    }

    private double x(Topology.Node node) {
        return (node.location().longitudeDegrees() - frame.west()) / (frame.east() - frame.west()) * width;
    }

    private double y(Topology.Node node) {
        return (frame.north() - node.location().latitudeDegrees()) / (frame.north() - frame.south()) * height;
    }

    /** Names that find room, nodes tried in an order of their indices. */
    List<XYTextAnnotation> annotations(List<Integer> order) {
        List<XYTextAnnotation> annotations = new ArrayList<>();
        for (int index : order) {
            find(topology.nodes().get(index)).ifPresent(annotations::add);
        }
        return annotations;
    }

    private Optional<XYTextAnnotation> find(Topology.Node node) {
        String text = node.name();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Rectangle2D size = FONT.getStringBounds(text, new FontRenderContext(null, true, true));
        Optional<Rectangle2D> best = Stream.of(Side.values())
                .map(side -> box(node, side, size.getWidth(), size.getHeight()))
                .filter(this::isFree)
                .min(Comparator.comparingLong(this::crossings));
        best.ifPresent(taken::add);
        return best.map(box -> annotation(text, box));
    }

    private long crossings(Rectangle2D box) {
        return links.stream().filter(link -> link.intersects(box)).count();
    }

    private Rectangle2D box(Topology.Node node, Side side, double wide, double high) {
        double centerX = x(node) + side.across * (GAP + wide / 2);
        double centerY = y(node) + side.down * (GAP / 2 + high / 2);
        return new Rectangle2D.Double(centerX - wide / 2, centerY - high / 2, wide, high);
    }

    private boolean isFree(Rectangle2D box) {
        return new Rectangle2D.Double(0, 0, width, height).contains(box)
                && taken.stream().noneMatch(box::intersects);
    }

    private XYTextAnnotation annotation(String text, Rectangle2D box) {
        XYTextAnnotation name = new XYTextAnnotation(
                text,
                frame.west() + box.getCenterX() / width * (frame.east() - frame.west()),
                frame.north() - box.getCenterY() / height * (frame.north() - frame.south()));
        name.setFont(FONT);
        name.setPaint(FigureStyle.INK);
        name.setTextAnchor(TextAnchor.CENTER);
        return name;
    }
}
