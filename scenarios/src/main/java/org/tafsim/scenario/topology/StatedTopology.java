package org.tafsim.scenario.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.scenario.source.Place;

/**
 * A network as a file states it: every link has two ends among the nodes, and nothing is judged yet.
 *
 * @param at the file
 * @param format of the file, in words
 * @param name of the network
 * @param isDirected whether a link has one direction, and its way back is another
 * @param coordinates what those of its nodes are, where the file says so
 * @param nodes in the order of the file, their ids unique
 * @param links in the order of the file; two nodes may have several
 * @param demands between nodes
 * @param notes of the reader, for the user
 */
record StatedTopology(
        Place at,
        String format,
        String name,
        boolean isDirected,
        Optional<Coordinates> coordinates,
        List<Node> nodes,
        List<Link> links,
        List<Demand> demands,
        List<String> notes) {

    /** Copies. */
    StatedTopology {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        demands = List.copyOf(demands);
        notes = List.copyOf(notes);
    }

    /** Two numbers at a node: x is the longitude where there is geography, y the latitude. */
    record Position(double x, double y) {}

    /** A node: its id in the file, what people call it, its position and its country in the file's words, where stated. */
    record Node(String id, String label, Optional<Position> position, Optional<String> country) {}

    /**
     * A link.
     *
     * @param from index of a node
     * @param to index of a node; may be the same
     * @param bitsPerSecond capacity
     * @param kilometers length
     * @param label may be empty
     */
    record Link(int from, int to, OptionalDouble bitsPerSecond, OptionalDouble kilometers, String label) {}

    /** Traffic wanted from a node to another (indices), in a unit of the file's own. */
    record Demand(int from, int to, double volume) {}
}
