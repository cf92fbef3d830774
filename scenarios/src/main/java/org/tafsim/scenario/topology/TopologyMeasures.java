package org.tafsim.scenario.topology;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A topology in numbers.
 *
 * @param countries how many nodes each has, by ISO code
 * @param degreeMin fewest links at a node
 * @param degreeMean of all nodes
 * @param degreeMax most links at a node
 * @param linkMeters lengths of links (m, great circle), ascending
 * @param diameterMeters longest of all shortest paths (m)
 * @param diameterHops the same in links
 * @param longest links, the longest first
 */
public record TopologyMeasures(
        Map<String, Long> countries,
        int degreeMin,
        double degreeMean,
        int degreeMax,
        List<Double> linkMeters,
        double diameterMeters,
        int diameterHops,
        List<Topology.Link> longest) {

    private static final int LONGEST = 5;

    /** Copies. */
    public TopologyMeasures {
        countries = Collections.unmodifiableMap(new TreeMap<>(countries));
        linkMeters = List.copyOf(linkMeters);
        longest = List.copyOf(longest);
    }

    /** Those of a topology. */
    public static TopologyMeasures of(Topology topology) {
        Map<String, Long> countries = new TreeMap<>();
        topology.nodes().forEach(node -> countries.merge(node.countryCode(), 1L, Long::sum));
        int[] degrees = new int[topology.nodes().size()];
        for (Topology.Link link : topology.links()) {
            degrees[link.from()]++;
            degrees[link.to()]++;
        }
        return new TopologyMeasures(
                countries,
                IntStream.of(degrees).min().orElse(0),
                IntStream.of(degrees).average().orElse(0),
                IntStream.of(degrees).max().orElse(0),
                topology.links().stream().map(topology::meters).sorted().toList(),
                new Distances(topology, topology::meters).diameter(),
                (int) new Distances(topology, link -> 1).diameter(),
                topology.links().stream()
                        .sorted(Comparator.comparingDouble(topology::meters).reversed())
                        .limit(LONGEST)
                        .toList());
    }

    /** Length of all links (m, great circle). */
    public double totalMeters() {
        return linkMeters.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Median length of links (m); the mean of two where their number is even. */
    public double medianMeters() {
        int middle = linkMeters.size() / 2;
        return linkMeters.size() % 2 == 1
                ? linkMeters.get(middle)
                : (linkMeters.get(middle - 1) + linkMeters.get(middle)) / 2;
    }
}
