package org.tafsim.scenario.topology;

import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads TopoHub's JSON (Jurkiewicz, SoftwareX 24, 2023), which is NetworkX's node-link form: {@code nodes} with {@code pos}
 * (longitude, latitude), {@code edges} or {@code links} with {@code dist} (km), {@code graph.demands} by source and target.
 */
final class TopoHubReader {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Place file;
    private final Problems problems;
    private final TopologyDraft draft;
    private boolean isDirected;
    private boolean hasNodes;
    private JsonNode graph = MAPPER.createObjectNode();

    private TopoHubReader(Place file, Problems problems) {
        this.file = file;
        this.problems = problems;
        draft = new TopologyDraft(file, problems);
    }

    static Optional<StatedTopology> read(Place file, String text, String fileName, Problems problems) {
        return new TopoHubReader(file, problems).read(text, fileName);
    }

    private Optional<StatedTopology> read(String text, String fileName) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                property(parser);
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                problems.report(at(parser), "the object ends here, and more follows.");
            }
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation();
            problems.report(location == null ? file : at(location), "is not JSON: " + e.getOriginalMessage());
            return Optional.empty();
        }
        if (!hasNodes && problems.isEmpty()) {
            problems.report(file, "has no list of nodes, which TopoHub's files have.");
        }
        demands();
        return draft.finish("TopoHub JSON", graph.path("name").asString(fileName), isDirected, Optional.empty());
    }

    private void property(JsonParser parser) {
        String name = parser.currentName();
        Place at = at(parser);
        parser.nextToken();
        switch (name) {
            case "directed" -> isDirected = parser.getBooleanValue();
            case "graph" -> graph = parser.readValueAsTree();
            case "nodes" -> {
                hasNodes = true;
                items(at, parser, this::node);
            }
            case "edges", "links" -> items(at, parser, this::edge);
            default -> parser.skipChildren();
        }
    }

    /** Reads one item of a list. */
    @FunctionalInterface
    private interface ItemReader {
        void read(Place at, JsonNode item);
    }

    private void items(Place list, JsonParser parser, ItemReader reader) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            problems.report(list, "\"nodes\" and \"edges\" are lists.");
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Place at = at(parser);
            reader.read(at, parser.readValueAsTree());
        }
    }

    private void node(Place at, JsonNode node) {
        draft.node(at, id(node.path("id")), node.path("name").asString(""), position(at, node), Optional.empty());
    }

    private static String id(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }

    private Optional<StatedTopology.Position> position(Place at, JsonNode node) {
        JsonNode pos = node.path("pos");
        if (pos.isMissingNode() || pos.isNull()) {
            return Optional.empty();
        }
        if (!pos.isArray()
                || pos.size() != 2
                || !pos.get(0).isNumber()
                || !pos.get(1).isNumber()) {
            problems.report(
                    at, "\"pos\" of node '%s' is not a longitude and a latitude.".formatted(id(node.path("id"))));
            return Optional.empty();
        }
        return Optional.of(
                new StatedTopology.Position(pos.get(0).asDouble(), pos.get(1).asDouble()));
    }

    private void edge(Place at, JsonNode edge) {
        JsonNode length = edge.path("dist");
        OptionalDouble kilometers = length.isNumber() && length.asDouble() > 0
                ? OptionalDouble.of(length.asDouble())
                : OptionalDouble.empty();
        draft.link(at, id(edge.path("source")), id(edge.path("target")), OptionalDouble.empty(), kilometers, "");
    }

    private void demands() {
        graph.path("demands")
                .forEachEntry((source, targets) -> targets.forEachEntry((target, volume) -> {
                    if (volume.isNumber()) {
                        draft.demand(file, source, target, volume.asDouble());
                    }
                }));
    }

    private Place at(JsonParser parser) {
        return at(parser.currentTokenLocation());
    }

    private Place at(TokenStreamLocation location) {
        return new Place(file.file(), Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()), "");
    }
}
