package org.tafsim.scenario.source;

import java.util.List;
import java.util.Optional;

/** The two keys that say what a file is: {@code apiVersion} and {@code kind}. */
public final class FileHeading {

    private static final String VERSION = "tafsim/v1";

    private FileHeading() {}

    /**
     * Whether a file is meant for a reader of this kind at all; if not, nothing else about it is worth telling.
     *
     * @param kind e.g. {@code Scenario}
     */
    public static boolean isOf(String kind, Node root, Problems problems) {
        if (!(root instanceof Node.Fields fields)) {
            problems.report(
                    root.at(), "the file is %s; expected a mapping with kind: %s.".formatted(root.kind(), kind));
            return false;
        }
        boolean isKind = has(fields, "kind", kind, problems);
        boolean isVersion = has(fields, "apiVersion", VERSION, problems);
        return isKind && isVersion;
    }

    private static boolean has(Node.Fields root, String key, String expected, Problems problems) {
        Optional<Node> value = root.find(key).map(Node.Field::value);
        if (value.isEmpty()) {
            problems.report(root.at(), "the file lacks the key '%s'; expected %s: %s.".formatted(key, key, expected));
            return false;
        }
        String found = value.get() instanceof Node.Text scalar
                ? scalar.text()
                : value.get().kind();
        if (!found.equals(expected)) {
            problems.report(
                    value.get().at(),
                    "\"%s\" is not read here; expected %s: %s.".formatted(found, key, expected),
                    Suggestions.maybe(found, List.of(expected)));
        }
        return found.equals(expected);
    }
}
