package org.tafsim.scenario.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a schema says, in words: kinds of values, defaults, examples. */
final class SchemaWords {

    private static final int FEW = 8;

    private final JsonNode root;

    /** Names of definitions that have a row in the table of values. */
    private final Set<String> values = new TreeSet<>();

    SchemaWords(JsonNode root) {
        this.root = root;
    }

    /** Definitions that kinds have referred to until now. */
    Set<String> values() {
        return values;
    }

    /** What a node stands for, references followed. */
    JsonNode follow(JsonNode node) {
        return node.has("$ref") ? follow(root.at(node.get("$ref").asString().substring(1))) : node;
    }

    /** What may stand there: {@code list of [sites](#a-site)}. */
    String kind(JsonNode node) {
        if (node.has("$ref")) {
            return ofReference(node.get("$ref").asString());
        }
        if (node.has("title") && node.has("properties")) {
            return "[%s](#%s)"
                    .formatted(
                            node.get("title").asString(),
                            anchor(node.get("title").asString()));
        }
        if (node.has("oneOf") || node.has("anyOf")) {
            return alternatives(node.has("oneOf") ? node.get("oneOf") : node.get("anyOf"));
        }
        if (node.has("const")) {
            return "`%s`".formatted(node.get("const").asString());
        }
        if (node.has("enum")) {
            return words(node.get("enum"));
        }
        return ofType(node);
    }

    private String ofReference(String reference) {
        JsonNode target = root.at(reference.substring(1));
        if (isValue(target)) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            values.add(name);
            return "[%s](#values)".formatted(spaced(name));
        }
        return kind(target);
    }

    /** Whether it is a quantity or a name with a form of its own; what has keys or lists in it is better said at the key. */
    private static boolean isValue(JsonNode node) {
        boolean hasForm =
                Stream.of("pattern", "oneOf", "anyOf", "additionalProperties").anyMatch(node::has);
        boolean hasKeys =
                node.toString().contains("\"properties\"") || node.toString().contains("\"items\"");
        return hasForm && !hasKeys && node.has("description") && node.has("examples");
    }

    private String alternatives(JsonNode nodes) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode one : nodes) {
            String kind = kind(one);
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
        }
        return String.join(" or ", kinds);
    }

    private String ofType(JsonNode node) {
        return switch (node.path("type").asString("")) {
            case "array" -> "list of " + kind(node.path("items"));
            case "object" -> mapping(node);
            case "integer" -> "whole number" + range(node);
            case "number" -> "number" + range(node);
            case "boolean" -> "`true`, `false`";
            default -> "text";
        };
    }

    private String mapping(JsonNode node) {
        if (node.has("properties")) {
            return node.get("properties").properties().stream()
                    .map(entry -> "`%s:` %s".formatted(entry.getKey(), kind(entry.getValue())))
                    .collect(Collectors.joining(", ", "mapping of ", ""));
        }
        JsonNode of = node.path("additionalProperties");
        return of.isObject() ? "mapping to " + kind(of) : "mapping";
    }

    private static String range(JsonNode node) {
        List<String> bounds = new ArrayList<>();
        append(bounds, "≥ ", node.path("minimum"));
        append(bounds, "> ", node.path("exclusiveMinimum"));
        append(bounds, "≤ ", node.path("maximum"));
        append(bounds, "< ", node.path("exclusiveMaximum"));
        return bounds.isEmpty() ? "" : " " + String.join(", ", bounds);
    }

    private static void append(List<String> bounds, String sign, JsonNode bound) {
        if (bound.isNumber()) {
            bounds.add(sign + bound.asString());
        }
    }

    private static String words(JsonNode all) {
        List<String> words = StreamSupport.stream(all.spliterator(), false)
                .map(word -> "`%s`".formatted(word.asString()))
                .toList();
        return words.size() <= FEW ? String.join(", ", words) : String.join(", ", words.subList(0, FEW / 2)) + ", …";
    }

    /** What a key means: its own words, else those of what it refers to. */
    String meaning(JsonNode node) {
        String own = node.path("description").asString("");
        return own.isEmpty() ? follow(node).path("description").asString("") : own;
    }

    /** Default of a key; empty where it has none, or its meaning says what happens without. */
    static String defaultOf(JsonNode node) {
        return node.has("default") ? "`%s`".formatted(yaml(node.get("default"))) : "";
    }

    /** An example of a key, its own or of what it refers to; those of values are in their table. */
    String example(JsonNode node) {
        boolean isSaidElsewhere = !node.has("examples") && isValue(follow(node));
        JsonNode own = (node.has("examples") ? node : follow(node)).path("examples");
        if (isSaidElsewhere) {
            return "";
        }
        return own.isEmpty() ? "" : "`%s`".formatted(yaml(own.get(0)));
    }

    /** All examples of a definition. */
    static String examples(JsonNode node) {
        return StreamSupport.stream(node.path("examples").spliterator(), false)
                .map(example -> "`%s`".formatted(yaml(example)))
                .collect(Collectors.joining(", "));
    }

    /** In YAML's short form. */
    private static String yaml(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(entry -> entry.getKey() + ": " + yaml(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(SchemaWords::yaml)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return node.asString();
    }

    /** {@code data rate} of {@code dataRate}. */
    static String spaced(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    /** Of a heading, as GitHub makes it. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
