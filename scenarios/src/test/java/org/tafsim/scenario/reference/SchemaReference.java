package org.tafsim.scenario.reference;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A page that lists every key of a schema: a section for each kind of mapping, in the order in which they are met from the top. */
final class SchemaReference {

    private static final int FEW_PLACES = 3;

    private final JsonNode root;
    private final SchemaWords words;
    private final List<JsonNode> mappings = new ArrayList<>();
    private final IdentityHashMap<JsonNode, List<String>> places = new IdentityHashMap<>();

    SchemaReference(JsonNode root) {
        this.root = root;
        words = new SchemaWords(root);
        walk(root, "");
    }

    /** Headings of mappings, which are anchors too. */
    List<String> titles() {
        return mappings.stream().map(SchemaReference::title).toList();
    }

    private void walk(JsonNode node, String place) {
        JsonNode at = words.follow(node);
        if (at.has("title") && at.has("properties")) {
            boolean isNew = !places.containsKey(at);
            places.computeIfAbsent(at, key -> new ArrayList<>()).add(place);
            if (!isNew) {
                return;
            }
            mappings.add(at);
        }
        at.path("properties").properties().forEach(entry -> walk(entry.getValue(), join(place, entry.getKey())));
        if (at.path("items").isObject()) {
            walk(at.get("items"), place + "[]");
        }
        if (at.path("additionalProperties").isObject()) {
            walk(at.get("additionalProperties"), join(place, "…"));
        }
        Stream.of("oneOf", "anyOf").forEach(key -> at.path(key).forEach(one -> walk(one, place)));
    }

    private static String join(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }

    /** The page below its first heading and words. */
    String sections() {
        StringBuilder page = new StringBuilder();
        for (JsonNode mapping : mappings) {
            appendMapping(page, mapping);
        }
        if (words.values().isEmpty()) {
            return page.toString();
        }
        StringBuilder values = new StringBuilder("\n## Values\n\n| value | is | examples |\n|---|---|---|\n");
        for (String name : words.values()) {
            JsonNode value = root.at("/$defs/" + name);
            values.append("| %s | %s | %s |\n"
                    .formatted(SchemaWords.spaced(name), cell(words.meaning(value)), SchemaWords.examples(value)));
        }
        return values.append(page).toString();
    }

    private void appendMapping(StringBuilder page, JsonNode mapping) {
        page.append("\n## ").append(title(mapping)).append("\n\n");
        String meaning = mapping.path("description").asString("");
        page.append(meaning.isEmpty() ? "" : meaning + " ")
                .append(where(mapping))
                .append("\n\n");
        page.append("| key | value | default | meaning | example |\n|---|---|---|---|---|\n");
        Set<String> required = new TreeSet<>();
        mapping.path("required").forEach(key -> required.add(key.asString()));
        mapping.get("properties")
                .properties()
                .forEach(entry -> page.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(
                                required.contains(entry.getKey())
                                        ? "**`" + entry.getKey() + "`**"
                                        : "`" + entry.getKey() + "`",
                                cell(words.kind(entry.getValue())),
                                cell(SchemaWords.defaultOf(entry.getValue())),
                                cell(words.meaning(entry.getValue())),
                                cell(words.example(entry.getValue())))));
    }

    private String where(JsonNode mapping) {
        List<String> all = places.getOrDefault(mapping, List.of());
        if (all.equals(List.of(""))) {
            return "The whole file.";
        }
        String few = all.stream().limit(FEW_PLACES).map("`%s`"::formatted).collect(Collectors.joining(", "));
        return "At " + few + (all.size() > FEW_PLACES ? " and elsewhere." : ".");
    }

    private static String title(JsonNode mapping) {
        String title = mapping.get("title").asString();
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
