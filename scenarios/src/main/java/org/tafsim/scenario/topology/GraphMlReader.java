package org.tafsim.scenario.topology;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/**
 * Reads GraphML as the Internet Topology Zoo writes it (Knight et al., IEEE JSAC 29(9), 2011). Attributes are found by
 * {@code attr.name}: the ids of their keys differ from file to file.
 */
final class GraphMlReader {

    /** What the Zoo writes for a label that is not there. */
    private static final String NO_LABEL = "None";

    private static final Map<String, Double> BITS_OF_UNIT = Map.of("", 1.0, "K", 1e3, "M", 1e6, "G", 1e9, "T", 1e12);

    /** More than all fibers of a cable carry. */
    private static final double MOST_BITS_PER_SECOND = 1e18;

    private final Problems problems;
    private final TopologyDraft draft;
    private final Map<String, Key> keys = new HashMap<>(); // asked, never iterated

    private GraphMlReader(Place file, Problems problems) {
        this.problems = problems;
        draft = new TopologyDraft(file, problems);
    }

    /** The name of an attribute, and its value where an element does not state it. */
    private record Key(String name, Optional<String> fallback) {}

    static Optional<StatedTopology> read(Place file, XmlElement root, String fileName, Problems problems) {
        return new GraphMlReader(file, problems).read(file, root, fileName);
    }

    private Optional<StatedTopology> read(Place file, XmlElement root, String fileName) {
        Optional<XmlElement> graph = root.find("graph");
        if (graph.isEmpty()) {
            problems.report(file, "holds no graph.");
            return Optional.empty();
        }
        root.all("key")
                .forEach(key ->
                        keys.put(key.attribute("id"), new Key(key.attribute("attr.name"), key.findText("default"))));
        graph.get().all("node").forEach(this::node);
        graph.get().all("edge").forEach(this::edge);
        Map<String, String> facts = attributes(graph.get());
        String name = Stream.of("label", "Network")
                .map(key -> facts.getOrDefault(key, ""))
                .filter(label -> !label.isBlank())
                .findFirst()
                .orElse(fileName);
        boolean isDirected = graph.get().attribute("edgedefault").equals("directed");
        return draft.finish("GraphML", name, isDirected, Optional.empty());
    }

    private Map<String, String> attributes(XmlElement element) {
        Map<String, String> values = new HashMap<>();
        element.all("data").forEach(data -> {
            Key key = keys.get(data.attribute("key"));
            if (key == null) {
                problems.report(data.at(), "the key '%s' is not declared.".formatted(data.attribute("key")));
            } else {
                values.put(key.name(), data.text().isEmpty() ? key.fallback().orElse("") : data.text());
            }
        });
        return values;
    }

    private void node(XmlElement node) {
        Map<String, String> facts = attributes(node);
        String label = facts.getOrDefault("label", "");
        draft.node(
                node.at(),
                node.attribute("id"),
                label.equals(NO_LABEL) ? "" : label,
                Decimal.position(node.at(), stated(facts, "Longitude"), stated(facts, "Latitude"), problems),
                stated(facts, "Country"));
    }

    private static Optional<String> stated(Map<String, String> facts, String name) {
        return Optional.ofNullable(facts.get(name)).filter(value -> !value.isBlank());
    }

    private void edge(XmlElement edge) {
        Map<String, String> facts = attributes(edge);
        draft.link(
                edge.at(),
                edge.attribute("source"),
                edge.attribute("target"),
                capacity(facts),
                OptionalDouble.empty(),
                facts.getOrDefault("LinkLabel", ""));
    }

    private static OptionalDouble capacity(Map<String, String> facts) {
        OptionalDouble raw = Decimal.find(facts.getOrDefault("LinkSpeedRaw", ""));
        if (raw.isPresent()) {
            return plausible(raw.getAsDouble());
        }
        Double unit = BITS_OF_UNIT.get(
                facts.getOrDefault("LinkSpeedUnits", "").strip().toUpperCase(Locale.ROOT));
        OptionalDouble speed = Decimal.find(facts.getOrDefault("LinkSpeed", ""));
        return unit != null && speed.isPresent() ? plausible(speed.getAsDouble() * unit) : OptionalDouble.empty();
    }

    private static OptionalDouble plausible(double bitsPerSecond) {
        return bitsPerSecond > 0 && bitsPerSecond <= MOST_BITS_PER_SECOND
                ? OptionalDouble.of(bitsPerSecond)
                : OptionalDouble.empty();
    }
}
