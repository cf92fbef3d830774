package org.tafsim.scenario;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Suggestions;

/** Words that stand for others in the texts of an entry, as in {@code edge-{city}-{n}}. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

    private final Map<String, String> words;

    private Placeholders(Map<String, String> words) {
        this.words = words;
    }

    /**
     * For an entry in a place.
     *
     * @param city its name for ids; empty where it is in none
     * @param country its code; empty where it is in none
     */
    static Placeholders of(String city, String country) {
        Map<String, String> words = new TreeMap<>();
        words.put("city", city);
        words.put("country", country);
        return new Placeholders(words);
    }

    /** The n-th copy of a piece. */
    Node.Fields fill(Node.Fields fields, int n, Problems problems) {
        words.put("n", Integer.toString(n));
        return (Node.Fields) fill(fields, problems);
    }

    private Node fill(Node node, Problems problems) {
        if (node instanceof Node.Fields fields) {
            List<Node.Field> filled = fields.fields().stream()
                    .map(field -> new Node.Field(field.keyAt(), field.key(), fill(field.value(), problems)))
                    .toList();
            return fields.with(filled);
        }
        if (node instanceof Node.Items list) {
            return new Node.Items(
                    list.at(),
                    list.items().stream().map(item -> fill(item, problems)).toList());
        }
        Node.Text scalar = (Node.Text) node;
        Matcher matcher = PLACEHOLDER.matcher(scalar.text());
        String text = matcher.replaceAll(match -> Matcher.quoteReplacement(word(match.group(1), scalar, problems)));
        return new Node.Text(scalar.at(), text);
    }

    private String word(String name, Node.Text scalar, Problems problems) {
        String word = words.getOrDefault(name, "");
        if (word.isEmpty()) {
            String message = words.containsKey(name)
                    ? "{%s} has no meaning here, for the entry is in none.".formatted(name)
                    : "{%s} is not a placeholder; there are {city}, {country} and {n}.".formatted(name);
            problems.report(
                    scalar.at(),
                    message,
                    Suggestions.nearest(name, words.keySet())
                            .filter(n -> !words.containsKey(name))
                            .map("Maybe {%s}?"::formatted));
            return name;
        }
        return word;
    }
}
