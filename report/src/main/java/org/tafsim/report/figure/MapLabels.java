package org.tafsim.report.figure;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.ui.TextAnchor;
import org.tafsim.scenario.topology.Topology;

/** Names of nodes on a map, where there is room. */
final class MapLabels {

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 8);
    private static final double DOT = 3;
    private static final double GAP = 4;
    private static final int LONGEST = 18;

    private final Topology topology;
    private final MapFrame frame;
    private final double width;
    private final double height;
    private final LabelPlacer placer;

    /** On a map of some size (points). */
    MapLabels(Topology topology, MapFrame frame, double width, double height) {
        this.topology = topology;
        this.frame = frame;
        this.width = width;
        this.height = height;
        placer = new LabelPlacer(width, height, GAP);
        for (Topology.Node node : topology.nodes()) {
            placer.addDot(x(node), y(node), DOT);
        }
        for (Topology.Link link : topology.links()) {
            Topology.Node from = topology.nodes().get(link.from());
            Topology.Node to = topology.nodes().get(link.to());
            placer.addLine(x(from), y(from), x(to), y(to));
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
        return text.length() > LONGEST
                ? Optional.empty()
                : placer.place(x(node), y(node), text, FONT).map(box -> annotation(text, box));
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
