package org.tafsim.experiment.pack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.tafsim.experiment.pack.crate.Crate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The entities of a crate that a stranger wrote, by their ids. */
final class CrateGraph {

    private final Map<String, JsonNode> entities = new LinkedHashMap<>();

    private CrateGraph() {}

    /** @throws IOException where the text has not the shape of a crate */
    static CrateGraph parse(String json) throws IOException {
        JsonNode root = JsonMapper.shared().readTree(json);
        if (!root.path("@context").asString("").equals(Crate.CONTEXT)) {
            throw new IOException("its @context is not " + Crate.CONTEXT);
        }
        if (!root.path("@graph").isArray()) {
            throw new IOException("has no @graph");
        }
        CrateGraph graph = new CrateGraph();
        for (JsonNode entity : root.path("@graph")) {
            String id = entity.path("@id").asString("");
            if (id.isEmpty() || !entity.path("@type").isString()) {
                throw new IOException("has an entity without @id or @type");
            }
            if (graph.entities.put(id, entity) != null) {
                throw new IOException("describes %s twice".formatted(id));
            }
        }
        return graph;
    }

    /** An entity; missing node where there is none. */
    JsonNode get(String id) {
        return entities.getOrDefault(id, JsonMapper.shared().missingNode());
    }

    boolean has(String id) {
        return entities.containsKey(id);
    }

    /** All ids in the order of the file. */
    List<String> ids() {
        return List.copyOf(entities.keySet());
    }

    /** Ids of a type. */
    List<String> idsOf(String type) {
        return entities.entrySet().stream()
                .filter(entity -> entity.getValue().path("@type").asString("").equals(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Ids that a property points to. */
    static List<String> refs(JsonNode property) {
        if (property.isObject()) {
            return List.of(property.path("@id").asString(""));
        }
        return property.valueStream().map(node -> node.path("@id").asString("")).toList();
    }

    /** Ids that any entity points to. */
    NavigableSet<String> referred() {
        NavigableSet<String> referred = new TreeSet<>();
        entities.values()
                .forEach(entity -> entity.properties().forEach(property -> {
                    if (!property.getKey().startsWith("@")) {
                        JsonNode value = property.getValue();
                        if (value.isArray() || value.has("@id")) {
                            refs(value).stream().filter(id -> !id.isEmpty()).forEach(referred::add);
                        }
                    }
                }));
        return referred;
    }
}
