package org.tafsim.scenario.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/** Shortest paths of a topology (Dijkstra). */
final class Distances {

    private final List<List<Hop>> hops = new ArrayList<>();

    /** With a length for each link. */
    Distances(Topology topology, ToDoubleFunction<Topology.Link> length) {
        topology.nodes().forEach(node -> hops.add(new ArrayList<>()));
        for (Topology.Link link : topology.links()) {
            double far = length.applyAsDouble(link);
            hops.get(link.from()).add(new Hop(link.to(), far));
            hops.get(link.to()).add(new Hop(link.from(), far));
        }
    }

    private record Hop(int to, double length) {}

    /** The longest of all shortest paths. */
    double diameter() {
        double longest = 0;
        for (int node = 0; node < hops.size(); node++) {
            longest = Math.max(longest, Arrays.stream(from(node)).max().orElse(0));
        }
        return longest;
    }

    /** From a node to each; infinite where no path leads. */
    double[] from(int source) {
        double[] far = new double[hops.size()];
        Arrays.fill(far, Double.POSITIVE_INFINITY);
        far[source] = 0;
        PriorityQueue<Hop> front = new PriorityQueue<>(Comparator.comparingDouble(Hop::length));
        front.add(new Hop(source, 0));
        while (!front.isEmpty()) {
            Hop next = front.poll();
            if (next.length() > far[next.to()]) {
                continue; // reached by a shorter path meanwhile
            }
            for (Hop hop : hops.get(next.to())) {
                double length = next.length() + hop.length();
                if (length < far[hop.to()]) {
                    far[hop.to()] = length;
                    front.add(new Hop(hop.to(), length));
                }
            }
        }
        return far;
    }
}
