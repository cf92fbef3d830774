package org.tafsim.scenario.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Suggestions;

/** A network while its file is being read: ends of links are found by id, and what does not fit is noted. */
final class TopologyDraft {

    /** The diameter takes a search from every node. */
    static final int MOST_NODES = 5_000;

    private static final int MOST_LINKS = 50_000;

    /** After so many nothing more is told of ends of links, and after fewer nothing of what was perhaps meant. */
    private static final int MOST_PROBLEMS = 100;

    private static final int MOST_SUGGESTIONS = 20;

    private final Place file;
    private final Problems problems;
    private final List<StatedTopology.Node> nodes = new ArrayList<>();
    private final Map<String, Integer> nodeOfId = new HashMap<>(); // asked, never iterated
    private final List<StatedTopology.Link> links = new ArrayList<>();
    private final List<StatedTopology.Demand> demands = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean isTooLarge;

    TopologyDraft(Place file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Adds a node. */
    void node(Place at, String id, String label, Optional<StatedTopology.Position> position, Optional<String> country) {
        if (id.isEmpty()) {
            problems.report(at, "a node has no id.");
        } else if (nodeOfId.putIfAbsent(id, nodes.size()) != null) {
            problems.report(at, "two nodes have the id '%s'.".formatted(id));
        } else if (hasRoom(nodes.size() < MOST_NODES, at, "%d nodes".formatted(MOST_NODES))) {
            nodes.add(new StatedTopology.Node(id, label.isBlank() ? id : label.strip(), position, country));
        }
    }

    /** Adds a link between nodes that were added before. */
    void link(Place at, String from, String to, OptionalDouble bitsPerSecond, OptionalDouble kilometers, String label) {
        Optional<Integer> source = findNode(at, "a link", from);
        Optional<Integer> target = findNode(at, "a link", to);
        if (source.isPresent()
                && target.isPresent()
                && hasRoom(links.size() < MOST_LINKS, at, "%d links".formatted(MOST_LINKS))) {
            links.add(new StatedTopology.Link(source.get(), target.get(), bitsPerSecond, kilometers, label));
        }
    }

    /** Adds a demand. */
    void demand(Place at, String from, String to, double volume) {
        Optional<Integer> source = findNode(at, "a demand", from);
        Optional<Integer> target = findNode(at, "a demand", to);
        if (source.isPresent() && target.isPresent()) {
            demands.add(new StatedTopology.Demand(source.get(), target.get(), volume));
        }
    }

    /** Adds what the user should know. */
    void note(String note) {
        notes.add(note);
    }

    private Optional<Integer> findNode(Place at, String noun, String id) {
        Integer node = nodeOfId.get(id);
        if (node == null && !isTooLarge && problems.count() < MOST_PROBLEMS) {
            problems.report(at, "%s ends at '%s', which is no node of the file.".formatted(noun, id), maybe(id));
        }
        return Optional.ofNullable(node);
    }

    private Optional<String> maybe(String id) {
        return problems.count() < MOST_SUGGESTIONS
                ? Suggestions.maybe(
                        id, nodes.stream().map(StatedTopology.Node::id).toList())
                : Optional.empty();
    }

    private boolean hasRoom(boolean isRoom, Place at, String limit) {
        if (!isRoom && !isTooLarge) {
            problems.report(at, "the topology has more than %s.".formatted(limit));
            isTooLarge = true;
        }
        return isRoom;
    }

    /** What was read; empty where anything was wrong. */
    Optional<StatedTopology> finish(String format, String name, boolean isDirected, Optional<Coordinates> coordinates) {
        if (problems.isEmpty() && nodes.isEmpty()) {
            problems.report(file, "holds no node.");
        }
        return problems.isEmpty()
                ? Optional.of(
                        new StatedTopology(file, format, name, isDirected, coordinates, nodes, links, demands, notes))
                : Optional.empty();
    }
}
