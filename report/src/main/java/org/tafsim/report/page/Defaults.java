package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.scenario.catalog.PackedFiles;
import org.tafsim.scenario.source.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Defaults of the schema that a scenario's file leaves to it, as far as the resolved scenario has the key: what the scenario has
 * no use for is not told.
 */
final class Defaults {

    private static final String SCHEMA = "schema/scenario-v1.schema.json";
    private static final String RUN = "run.";

    private final JsonNode schema = JsonMapper.shared().readTree(new PackedFiles().get(SCHEMA));
    private final ScenarioTree resolved;
    private final Set<String> used = new HashSet<>(); // asked, never iterated
    private final Map<String, DefaultEntry> found = new LinkedHashMap<>();

    private Defaults(ScenarioTree resolved) {
        this.resolved = resolved;
    }

    /**
     * Those of a scenario.
     *
     * @param given its file as it was given
     * @param resolved the same with everything filled in
     */
    static List<DefaultEntry> list(Optional<Node> given, Optional<Node> resolved) {
        if (given.isEmpty() || resolved.isEmpty()) {
            return List.of();
        }
        Defaults defaults = new Defaults(new ScenarioTree(resolved));
        defaults.note("", resolved.get());
        defaults.walk("", "", withRun(given.get()), defaults.schema);
        return List.copyOf(new ArrayList<>(defaults.found.values()));
    }

    /** A file without the section leaves all of it to defaults. */
    private static Node withRun(Node given) {
        if (given instanceof Node.Fields fields && fields.find("run").isEmpty()) {
            List<Node.Field> all = new ArrayList<>(fields.fields());
            all.add(new Node.Field(fields.at(), "run", new Node.Fields(fields.at(), List.of())));
            return fields.with(all);
        }
        return given;
    }

    /** Keys with the one above them. */
    private void note(String parent, Node node) {
        if (node instanceof Node.Items items) {
            items.items().forEach(item -> note(parent, item));
        } else if (node instanceof Node.Fields fields) {
            for (Node.Field field : fields.fields()) {
                used.add(parent + "." + field.key());
                note(field.key(), field.value());
            }
        }
    }

    private void walk(String path, String parent, Node node, JsonNode unresolved) {
        JsonNode rules = dereferenced(unresolved);
        if (node instanceof Node.Items items) {
            items.items().forEach(item -> walk(path + "[]", parent, item, rules.path("items")));
        } else if (node instanceof Node.Fields fields) {
            alternative(rules, fields).ifPresent(chosen -> walkFields(path, parent, fields, chosen));
        }
    }

    private void walkFields(String path, String parent, Node.Fields fields, JsonNode rules) {
        for (Node.Field field : fields.fields()) {
            JsonNode rule = rules.path("properties").path(field.key());
            if (rule.isMissingNode()) {
                walk(path + ".*", parent, field.value(), rules.path("additionalProperties"));
            } else {
                walk(join(path, field.key()), field.key(), field.value(), rule);
            }
        }
        rules.path("properties").properties().forEach(property -> {
            boolean isOpen = fields.find(property.getKey()).isEmpty();
            if (isOpen && used.contains(parent + "." + property.getKey())) {
                addDefault(join(path, property.getKey()), property.getValue());
            }
        });
    }

    private void addDefault(String key, JsonNode rule) {
        JsonNode value =
                rule.has("default") ? rule.path("default") : dereferenced(rule).path("default");
        if (!value.isValueNode()) {
            return;
        }
        String text = value.asString("");
        String description = rule.path("description").asString("");
        String now = key.startsWith(RUN) ? resolved.text("run", key.substring(RUN.length())) : text;
        String source = isSame(now, text) ? "default of the schema" : "set for this run; the schema has " + text;
        found.putIfAbsent(
                key, new DefaultEntry(key, now, description.isEmpty() ? source : source + ": " + description));
    }

    /** The same time in other words is the same. */
    private static boolean isSame(String one, String other) {
        return one.equals(other) || one.replace(" ", "").equals(other.replace(" ", ""));
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private JsonNode dereferenced(JsonNode rules) {
        JsonNode now = rules;
        for (int depth = 0; depth < 8 && now.has("$ref"); depth++) {
            now = schema.at(now.path("$ref").asString("").substring(1));
        }
        return now;
    }

    /** The first of some alternatives that knows all keys of a mapping. */
    private Optional<JsonNode> alternative(JsonNode rules, Node.Fields fields) {
        if (rules.has("properties") || rules.has("additionalProperties")) {
            return Optional.of(rules);
        }
        for (String word : List.of("oneOf", "anyOf")) {
            for (JsonNode one : rules.path(word)) {
                JsonNode candidate = dereferenced(one);
                boolean knowsAll = fields.fields().stream()
                        .allMatch(field -> candidate.path("properties").has(field.key()));
                if (candidate.has("properties") && knowsAll) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }
}
