package org.tafsim.scenario.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The typed view of a mapping. Every key asked for is known; {@link #done} reports the others. Values that do not parse are
 * reported, and stood in for by an example, so that one reading finds all problems.
 */
public final class Keys {

    private final Node.Fields fields;
    private final String noun;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    private Keys(Node.Fields fields, String noun, Problems problems) {
        this.fields = fields;
        this.noun = noun;
        this.problems = problems;
    }

    /**
     * Views a node as a mapping.
     *
     * @param noun what it describes, with its article, e.g. {@code a site}
     * @return an empty mapping where it is none; the problem is noted
     */
    public static Keys of(Node node, String noun, Problems problems) {
        if (node instanceof Node.Fields fields) {
            return new Keys(fields, noun, problems);
        }
        problems.report(node.at(), "%s; expected a mapping that describes %s.".formatted(found(node), noun));
        return new Keys(new Node.Fields(node.at(), List.of(), false), noun, problems);
    }

    /** A mapping without keys, for what the file leaves out. */
    public static Keys empty(Place at, String noun, Problems problems) {
        return new Keys(new Node.Fields(at, List.of()), noun, problems);
    }

    /** Where the mapping starts. */
    public Place at() {
        return fields.at();
    }

    /** Where the value of a key stands; the mapping itself where the key is absent. */
    public Place at(String key) {
        return find(key).map(Node::at).orElse(fields.at());
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** The value of a key, unread. */
    public Optional<Node> find(String key) {
        asked.add(key);
        return fields.find(key).map(Node.Field::value);
    }

    /** The value of a key, unread; its absence is a problem. */
    public Optional<Node> require(String key, String example) {
        Optional<Node> value = find(key);
        if (value.isEmpty()) {
            reportMissing(key, example);
        }
        return value;
    }

    /** The value of a key that must be there. */
    public <T> T required(String key, Format<T> format) {
        return require(key, format.example()).map(node -> read(node, format)).orElseGet(format::placeholder);
    }

    /** The value of a key, or another where it is absent. */
    public <T> T optional(String key, Format<T> format, T otherwise) {
        return find(key).map(node -> read(node, format)).orElse(otherwise);
    }

    /** The value of a key, if there. */
    public <T> Optional<T> find(String key, Format<T> format) {
        return find(key).map(node -> read(node, format));
    }

    /** The mapping under a key, if there. */
    public Optional<Keys> mapping(String key, String itsNoun) {
        return find(key).map(node -> of(node, itsNoun, problems));
    }

    /** The nodes of the list under a key; empty where absent. */
    public List<Node> items(String key) {
        return find(key).map(node -> itemsOf(node)).orElse(List.of());
    }

    /** The values of the list under a key; empty where absent. */
    public <T> List<T> list(String key, Format<T> format) {
        return items(key).stream().map(item -> read(item, format)).toList();
    }

    /** As {@link #list}, where a single value may stand for a list of one. */
    public <T> List<T> oneOrMore(String key, Format<T> format) {
        Optional<Node> node = find(key);
        if (node.isPresent() && node.get() instanceof Node.Text) {
            return List.of(read(node.get(), format));
        }
        return list(key, format);
    }

    /** The mapping under a key as names and values, in the order of the file; empty where absent. */
    public <T> Map<String, T> map(String key, Format<T> format) {
        Map<String, T> values = new LinkedHashMap<>();
        Optional<Node> node = find(key);
        if (node.isEmpty()) {
            return values;
        }
        if (node.get() instanceof Node.Fields mapping) {
            mapping.fields().forEach(field -> values.put(field.key(), read(field.value(), format)));
        } else {
            problems.report(node.get().at(), "%s; expected a mapping.".formatted(found(node.get())));
        }
        return values;
    }

    /** Where each name of the mapping under a key stands. */
    public Map<String, Place> places(String key) {
        Map<String, Place> places = new LinkedHashMap<>();
        if (find(key).orElse(fields) instanceof Node.Fields mapping && has(key)) {
            mapping.fields().forEach(field -> places.put(field.key(), field.keyAt()));
        }
        return places;
    }

    /** The fields themselves, for mappings whose keys are not ours. */
    public List<Node.Field> fields() {
        return fields.fields();
    }

    /** Reports every key that was not asked for. */
    public void done() {
        problems.noteKeys(noun, asked);
        for (Node.Field field : fields.fields()) {
            if (!asked.contains(field.key())) {
                problems.report(
                        field.keyAt(),
                        "%s has no key '%s'.".formatted(noun, field.key()),
                        Suggestions.maybe(field.key(), asked));
            }
        }
    }

    /** Reads one value. */
    public <T> T read(Node node, Format<T> format) {
        return read(node, format, problems);
    }

    /** Reads one value. */
    public static <T> T read(Node node, Format<T> format, Problems problems) {
        if (!(node instanceof Node.Text scalar) || scalar.text().isBlank()) {
            problems.report(
                    node.at(),
                    "%s; expected %s, e.g. \"%s\".".formatted(found(node), format.noun(), format.example()),
                    quotes(node));
            return format.placeholder();
        }
        try {
            return format.parse(scalar.text());
        } catch (Format.Refused refused) {
            problems.report(node.at(), refused.message(scalar.text(), format), refused.hint());
            return format.placeholder();
        }
    }

    /** What YAML takes for a mapping was perhaps a placeholder. */
    private static Optional<String> quotes(Node node) {
        boolean isBracedWord = node instanceof Node.Fields mapping
                && mapping.fields().size() == 1
                && mapping.fields().get(0).value() instanceof Node.Text text
                && text.text().isEmpty();
        return isBracedWord
                ? Optional.of("Maybe \"{%s}\", in quotes?"
                        .formatted(((Node.Fields) node).fields().get(0).key()))
                : Optional.empty();
    }

    private List<Node> itemsOf(Node node) {
        if (node instanceof Node.Items list) {
            return list.items();
        }
        problems.report(node.at(), "%s; expected a list, e.g. [a, b].".formatted(found(node)));
        return new ArrayList<>();
    }

    private void reportMissing(String key, String example) {
        if (fields.isWhole()) {
            problems.report(fields.at(), "%s needs the key '%s', e.g. %s: %s".formatted(noun, key, key, example));
        }
    }

    private static String found(Node node) {
        if (node instanceof Node.Text scalar) {
            return scalar.text().isBlank() ? "has no value" : "is the single value \"%s\"".formatted(scalar.text());
        }
        return "is " + node.kind();
    }
}
