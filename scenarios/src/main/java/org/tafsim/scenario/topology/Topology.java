package org.tafsim.scenario.topology;

import java.util.List;
import java.util.OptionalDouble;
import org.tafsim.model.GeoPoint;

/**
 * A network on the map: connected, without loops, with one link between two nodes.
 *
 * @param name as its file has it
 * @param format of that file, in words
 * @param stated what the file holds, before anything was left out
 * @param nodes in the order of the file
 * @param links in the order of the file
 * @param demands between nodes that are left
 * @param notes what was assumed, changed and left out, in sentences for the user
 */
public record Topology(
        String name,
        String format,
        Stated stated,
        List<Node> nodes,
        List<Link> links,
        List<Demand> demands,
        List<String> notes) {

    /** Copies. */
    public Topology {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        demands = List.copyOf(demands);
        notes = List.copyOf(notes);
    }

    /** Counts of a file: nodes, links as they stand there, and connected parts. */
    public record Stated(int nodes, int links, int parts) {}

    /**
     * A node.
     *
     * @param id for scenarios, unique, e.g. {@code the-hague}
     * @param name as the file has it
     * @param location from the file, or of the city of its name
     * @param countryCode ISO code, one of the catalog's
     */
    public record Node(String id, String name, GeoPoint location, String countryCode) {}

    /**
     * A link, or several side by side.
     *
     * @param from index of a node
     * @param to index of another
     * @param statedBitsPerSecond sum of what is stated (bit/s); 0 where nothing is
     * @param unstated how many of the file's links, side by side, state no capacity
     * @param statedMeters length as the file has it
     * @param label of the first of them, may be empty
     */
    public record Link(
            int from, int to, double statedBitsPerSecond, int unstated, OptionalDouble statedMeters, String label) {

        /** Capacity each way (bit/s), where every link of the file that states none has a usual one. */
        public double bitsPerSecond(double usualBitsPerSecond) {
            return statedBitsPerSecond + unstated * usualBitsPerSecond;
        }
    }

    /** Traffic wanted from a node to another (indices), in a unit of the file's own. */
    public record Demand(int from, int to, double volume) {}

    /** Great circle between the ends of a link (m). */
    public double meters(Link link) {
        return nodes.get(link.from())
                .location()
                .distanceMeters(nodes.get(link.to()).location());
    }
}
