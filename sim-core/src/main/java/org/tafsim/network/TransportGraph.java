package org.tafsim.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.TransportSpec;
import org.tafsim.model.TransportSpec.Graph.Node;
import org.tafsim.model.TransportSpec.Graph.TransportLink;

/**
 * Nodes and the directed links that leave them. Of parallel links, paths take the one of greatest capacity, the first of
 * equals; the others stay idle.
 */
final class TransportGraph {
    private final List<Node> nodes;
    private final Fiber fiber;
    private final Links links;
    private final Map<String, Integer> nodeOfId = new HashMap<>(); // asked, never iterated
    private final Map<String, Integer> linksOfPair = new HashMap<>(); // asked, never iterated
    private final List<List<Integer>> leaving = new ArrayList<>();

    /** End of each link, the first link of the graph at 0. */
    private final List<Integer> ends = new ArrayList<>();

    /** By graph link, both ways as one: how many reasons there are for it to be down. */
    private final int[] reasons;

    private final int firstLink;
    private final long hopNanos;

    TransportGraph(TransportSpec.Graph spec, Fiber fiber, Links links) {
        this.nodes = spec.nodes();
        this.fiber = fiber;
        this.links = links;
        firstLink = links.size();
        hopNanos = spec.hopNanos();
        reasons = new int[spec.links().size()];
        for (Node node : nodes) {
            if (nodeOfId.put(node.id(), leaving.size()) != null) {
                throw new IllegalArgumentException("Two transport nodes are called %s.".formatted(node.id()));
            }
            leaving.add(new ArrayList<>());
        }
        spec.links().forEach(this::add);
        leaving.forEach(some -> some.sort((one, other) -> Double.compare(capacity(other), capacity(one))));
    }

    private void add(TransportLink link) {
        int from = nodeOf(link.from(), link);
        int to = nodeOf(link.to(), link);
        if (from == to) {
            throw new IllegalArgumentException(
                    "The transport link %s-%s must join two nodes.".formatted(link.from(), link.to()));
        }
        int forth = links.addPair(facts(link, from, to), facts(link, to, from));
        leaving.get(from).add(forth);
        leaving.get(to).add(Links.reversed(forth));
        ends.add(to);
        ends.add(from);
    }

    private int nodeOf(String id, TransportLink link) {
        Integer node = nodeOfId.get(id);
        if (node == null) {
            throw new IllegalArgumentException("The transport link %s-%s refers to the node %s, which does not exist."
                    .formatted(link.from(), link.to(), id));
        }
        return node;
    }

    private LinkFacts facts(TransportLink link, int from, int to) {
        String pair = "%s>%s".formatted(nodes.get(from).id(), nodes.get(to).id());
        int parallel = linksOfPair.merge(pair, 1, Integer::sum);
        String id = parallel == 1 ? pair : "%s#%d".formatted(pair, parallel);
        long nanos =
                fiber.nanosBetween(nodes.get(from).location(), nodes.get(to).location());
        long waitNanos = (long) Math.ceil(link.waitNanos());
        return new LinkFacts(id, link.freeBitsPerSecond(), nanos + hopNanos + waitNanos, link.operatorId());
    }

    int size() {
        return nodes.size();
    }

    Node node(int node) {
        return nodes.get(node);
    }

    /** The node nearest to a place, the first of equally near ones. */
    int nearestNode(GeoPoint place) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int node = 0; node < nodes.size(); node++) {
            double meters = nodes.get(node).location().distanceMeters(place);
            if (meters < least) {
                least = meters;
                nearest = node;
            }
        }
        return nearest;
    }

    /** One more reason for a link to be down. @return whether it was up */
    boolean fail(int link) {
        return reasons[place(link)]++ == 0;
    }

    /** One reason less. @return whether it is up again */
    boolean repair(int link) {
        return --reasons[place(link)] == 0;
    }

    boolean isUp(int link) {
        return reasons[place(link)] == 0;
    }

    boolean areAllUp() {
        return Arrays.stream(reasons).allMatch(count -> count == 0);
    }

    private int place(int link) {
        return (link - firstLink) / 2;
    }

    /** Links that leave a node, those of greater capacity first. */
    List<Integer> leaving(int node) {
        return leaving.get(node);
    }

    /** Node at which a link ends. */
    int endOf(int link) {
        return ends.get(link - firstLink);
    }

    long propagationNanos(int link) {
        return links.propagationNanos(link);
    }

    /** Delay of a node (ns). */
    long hopNanos() {
        return hopNanos;
    }

    String operator(int link) {
        return links.facts(link).operatorId();
    }

    double capacity(int link) {
        return links.facts(link).bitsPerSecond();
    }
}
