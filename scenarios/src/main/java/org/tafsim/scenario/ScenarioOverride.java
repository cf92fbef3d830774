package org.tafsim.scenario;

import org.tafsim.scenario.source.Node;

/**
 * A change to a scenario file, made before templates expand: {@code run.duration=2 h}, {@code sites[*].uplink=1 Gbit/s},
 * {@code apps[id=chat].arrivals.rate=120 /s}.
 *
 * @param path keys with dots between; {@code [0]} picks an item, {@code [*]} all, {@code [id=muc]} those whose key has the value
 * @param value as YAML, so that {@code [a, b]} is a list
 */
public record ScenarioOverride(String path, String value) {

    /**
     * Reads {@code path=value}; the equals sign is the first outside brackets.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ScenarioOverride parse(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (c == '=' && depth == 0 && i > 0) {
                return new ScenarioOverride(
                        text.substring(0, i).strip(), text.substring(i + 1).strip());
            }
        }
        throw new IllegalArgumentException(
                "The override \"%s\" has no value; expected e.g. run.duration=10 min.".formatted(text));
    }

    /**
     * Puts a text in the place of a value, whatever is in it.
     *
     * @param text taken as it is, e.g. a path with colons and blanks
     */
    public static ScenarioOverride ofText(String path, String text) {
        return new ScenarioOverride(path, YamlText.word(text));
    }

    /** Puts a part of another file in the place of a value. */
    public static ScenarioOverride ofNode(String path, Node node) {
        return new ScenarioOverride(path, YamlText.node(node));
    }

    /** How problems name it. */
    String label() {
        return "--set " + path;
    }
}
