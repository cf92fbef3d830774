package org.tafsim.scenario.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Makes one link of those between the same two nodes. */
final class LinkMerging {

    private final boolean isDirected;
    private final Map<Pair, Bundle> bundles = new LinkedHashMap<>();
    private int loops;

    LinkMerging(boolean isDirected) {
        this.isDirected = isDirected;
    }

    private record Pair(int low, int high) {}

    /** Links side by side, one way or both ways. */
    private static final class Bundle {
        private final List<StatedTopology.Link> forth = new ArrayList<>();
        private final List<StatedTopology.Link> back = new ArrayList<>();

        List<StatedTopology.Link> all(boolean isDirected) {
            if (isDirected && !back.isEmpty()) {
                return forth.size() >= back.size() ? forth : back;
            }
            List<StatedTopology.Link> all = new ArrayList<>(forth);
            all.addAll(back);
            return all;
        }
    }

    /** Adds those whose ends are both among some nodes. */
    void addAll(List<StatedTopology.Link> links, Set<Integer> nodes) {
        for (StatedTopology.Link link : links) {
            if (nodes.contains(link.from()) && nodes.contains(link.to())) {
                add(link);
            }
        }
    }

    private void add(StatedTopology.Link link) {
        if (link.from() == link.to()) {
            loops++;
            return;
        }
        Pair pair = new Pair(Math.min(link.from(), link.to()), Math.max(link.from(), link.to()));
        Bundle bundle = bundles.computeIfAbsent(pair, any -> new Bundle());
        (link.from() == pair.low() ? bundle.forth : bundle.back).add(link);
    }

    /** One link for each two nodes, its ends still indices of the file's nodes. */
    List<Topology.Link> merged() {
        List<Topology.Link> links = new ArrayList<>();
        bundles.values().forEach(bundle -> links.add(merged(bundle.all(isDirected))));
        return links;
    }

    private static Topology.Link merged(List<StatedTopology.Link> side) {
        StatedTopology.Link first = side.get(0);
        double stated = side.stream()
                .mapToDouble(link -> link.bitsPerSecond().orElse(0))
                .sum();
        int unstated = (int)
                side.stream().filter(link -> link.bitsPerSecond().isEmpty()).count();
        OptionalDouble meters = first.kilometers().isPresent()
                ? OptionalDouble.of(1000 * first.kilometers().getAsDouble())
                : OptionalDouble.empty();
        return new Topology.Link(first.from(), first.to(), stated, unstated, meters, first.label());
    }

    /** What the user should know of it. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        int pairs = 0;
        int returns = 0;
        for (Bundle bundle : bundles.values()) {
            pairs += bundle.all(isDirected).size() > 1 ? 1 : 0;
            returns += isDirected ? Math.min(bundle.forth.size(), bundle.back.size()) : 0;
        }
        if (loops > 0) {
            notes.add("left out %s from a node to itself".formatted(Names.counted(loops, "link")));
        }
        if (returns > 0) {
            notes.add("the graph is directed: %s the way back of another"
                    .formatted(returns == 1 ? "1 link is" : returns + " links are"));
        }
        if (pairs > 0) {
            notes.add("%s joined by parallel links: their capacities were added"
                    .formatted(pairs == 1 ? "1 pair of nodes is" : pairs + " pairs of nodes are"));
        }
        return notes;
    }
}
