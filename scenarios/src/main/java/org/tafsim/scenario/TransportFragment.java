package org.tafsim.scenario;

import java.util.List;
import org.tafsim.model.TransportSpec;
import org.tafsim.scenario.topology.Topology;

/** Writes a topology as the {@code transport:} of a scenario, to be pasted there. */
public final class TransportFragment {

    private static final double GIGA = 1e9;

    /** Decimals of degrees: 11 m. */
    private static final double DEGREE_DECIMALS = 1e4;

    private TransportFragment() {}

    /**
     * A mapping in YAML, below comments.
     *
     * @param comments lines of text for its top
     * @param topology what to write
     * @param usualBitsPerSecond capacity of links that state none (bit/s)
     * @param operatorId of the links; an operator of the scenario
     */
    public static String yaml(List<String> comments, Topology topology, double usualBitsPerSecond, String operatorId) {
        StringBuilder yaml = new StringBuilder();
        comments.forEach(line -> yaml.append(comment(line)).append('\n'));
        yaml.append("transport:\n  type: graph\n  nodes:\n");
        topology.nodes()
                .forEach(node -> yaml.append("    - ").append(node(node)).append('\n'));
        yaml.append("  links:\n");
        for (Topology.Link link : topology.links()) {
            yaml.append("    - ")
                    .append(new Entry()
                            .word("from", topology.nodes().get(link.from()).id())
                            .word("to", topology.nodes().get(link.to()).id())
                            .raw("capacity", rate(link.bitsPerSecond(usualBitsPerSecond)))
                            .word("operator", operatorId))
                    .append('\n');
        }
        return yaml.toString();
    }

    /**
     * What a scenario has that states this topology and nothing else of its transport.
     *
     * @param usualBitsPerSecond capacity of links that state none (bit/s)
     * @param operatorId of the links
     */
    public static TransportSpec.Graph graph(Topology topology, double usualBitsPerSecond, String operatorId) {
        return new TransportSpec.Graph(
                topology.nodes().stream()
                        .map(node -> new TransportSpec.Graph.Node(node.id(), node.countryCode(), node.location()))
                        .toList(),
                topology.links().stream()
                        .map(link -> new TransportSpec.Graph.TransportLink(
                                topology.nodes().get(link.from()).id(),
                                topology.nodes().get(link.to()).id(),
                                link.bitsPerSecond(usualBitsPerSecond),
                                operatorId))
                        .toList(),
                TransportSection.LINK_FACTOR,
                TransportSpec.GreatCircle.USUAL.nanosPerMeter(),
                TransportSection.GRAPH_FIXED_NANOS);
    }

    /** A comment of one line, whatever a file's names hold. */
    private static String comment(String text) {
        return ("# " + text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF]+", " ")).stripTrailing();
    }

    private static String node(Topology.Node node) {
        return new Entry()
                .word("id", node.id())
                .word("city", node.name())
                .word("country", node.countryCode())
                .number("latitude", rounded(node.location().latitudeDegrees()))
                .number("longitude", rounded(node.location().longitudeDegrees()))
                .toString();
    }

    private static double rounded(double degrees) {
        return Math.rint(degrees * DEGREE_DECIMALS) / DEGREE_DECIMALS;
    }

    private static String rate(double bitsPerSecond) {
        double gigabits = bitsPerSecond / GIGA;
        return gigabits >= 0.1 && gigabits * GIGA == bitsPerSecond
                ? YamlText.number(gigabits) + " Gbit/s"
                : YamlText.number(bitsPerSecond) + " bit/s";
    }
}
