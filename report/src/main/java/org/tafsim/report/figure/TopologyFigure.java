package org.tafsim.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.tafsim.report.table.Labels;
import org.tafsim.scenario.topology.Topology;

/**
 * A topology as a map: longitude across, latitude up, a degree of either as long as at the mean latitude (equirectangular,
 * true along that parallel).
 */
public final class TopologyFigure {

    private static final Color LINK = new Color(0x9A, 0xB8, 0xCC);
    private static final Color NODE = FigureStyle.color(0);
    private static final int FRAME_WIDTH = 62;
    private static final int FRAME_HEIGHT = 88;
    private static final int LEAST_HEIGHT = 180;
    private static final int MOST_HEIGHT = 640;
    private static final double MARGIN = 0.06;

    private TopologyFigure() {}

    /** The picture of a topology. */
    public static Figure of(Topology topology) {
        MapFrame frame = MapFrame.around(topology.nodes(), MARGIN);
        double inner = Figure.WIDTH - FRAME_WIDTH;
        int plotHeight = (int) Math.round(Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, inner / frame.aspect())));
        MapFrame shown = frame.widenedTo(inner / plotHeight);
        XYPlot plot = new XYPlot(
                nodes(topology),
                axis("longitude (°)", shown.west(), shown.east()),
                axis("latitude (°)", shown.south(), shown.north()),
                dots(topology.nodes().size()));
        FigureStyle.style(plot);
        links(topology, plot);
        names(topology, shown, inner, plotHeight, plot);
        String subtitle = String.format(
                Locale.ROOT,
                "%d nodes, %d links, great circles of %,.0f km in all",
                topology.nodes().size(),
                topology.links().size(),
                topology.links().stream().mapToDouble(topology::meters).sum() / 1000);
        return new Figure(
                "topology",
                "Map of the topology " + topology.name(),
                "Nodes where they are, joined by their links; " + subtitle + ".",
                plotHeight + FRAME_HEIGHT,
                FigureStyle.chart(Labels.shortened(topology.name()), subtitle, plot, false));
    }

    private static NumberAxis axis(String label, double from, double to) {
        return FigureStyle.numbers(label, from, to);
    }

    private static XYSeriesCollection nodes(Topology topology) {
        XYSeries series = new XYSeries("nodes", false, true);
        topology.nodes()
                .forEach(node -> series.add(
                        node.location().longitudeDegrees(), node.location().latitudeDegrees()));
        return new XYSeriesCollection(series);
    }

    private static XYLineAndShapeRenderer dots(int count) {
        double size = count > 200 ? 2 : count > 60 ? 3 : 5;
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesPaint(0, NODE);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-size / 2, -size / 2, size, size));
        return renderer;
    }

    private static void links(Topology topology, XYPlot plot) {
        BasicStroke stroke = new BasicStroke(topology.links().size() > 200 ? 0.6f : 1f);
        XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
        for (Topology.Link link : topology.links()) {
            Topology.Node from = topology.nodes().get(link.from());
            Topology.Node to = topology.nodes().get(link.to());
            renderer.addAnnotation(
                    new XYLineAnnotation(
                            from.location().longitudeDegrees(),
                            from.location().latitudeDegrees(),
                            to.location().longitudeDegrees(),
                            to.location().latitudeDegrees(),
                            stroke,
                            LINK),
                    Layer.BACKGROUND);
        }
    }

    /** Names where there is room, those of nodes with the most links first. */
    private static void names(Topology topology, MapFrame shown, double width, double height, XYPlot plot) {
        int[] degrees = new int[topology.nodes().size()];
        topology.links().forEach(link -> {
            degrees[link.from()]++;
            degrees[link.to()]++;
        });
        List<Integer> order = IntStream.range(0, degrees.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer node) -> degrees[node]).reversed())
                .toList();
        new MapLabels(topology, shown, width, height).annotations(order).forEach(plot::addAnnotation);
    }
}
