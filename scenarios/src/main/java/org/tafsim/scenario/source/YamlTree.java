package org.tafsim.scenario.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML 1.2 into a tree of {@link Node}s.
 *
 * <p>Stricter than YAML: one document, keys once, no tags, no anchors and no aliases (so that nothing can expand), no tabs in
 * the indentation, and a limit to the depth. {@code NO}, {@code off} and {@code 010} stay the text they are.
 */
public final class YamlTree {

    private static final int DEEPEST = 32;

    private final Place file;
    private final YAMLParser parser;
    private final Problems problems;

    private YamlTree(Place file, YAMLParser parser, Problems problems) {
        this.file = file;
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * Reads a text.
     *
     * @param file where it comes from, and the path that leads to it
     * @return empty where it is not YAML; the problem is noted
     */
    public static Optional<Node> parse(Place file, String text, Problems problems) {
        Optional<Problem> foreign = ForbiddenCharacters.find(file, text);
        if (foreign.isPresent()) {
            problems.reportAll(List.of(foreign.get()));
            return Optional.empty();
        }
        try (YAMLParser parser =
                (YAMLParser) YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree(file, parser, problems).document();
        } catch (TooDeep e) {
            problems.report(e.place, "lists and mappings are nested deeper than %d levels.".formatted(DEEPEST));
        } catch (JacksonException e) {
            report(file, text, e, problems);
        }
        return Optional.empty();
    }

    private Optional<Node> document() throws TooDeep {
        JsonToken first = parser.nextToken();
        if (first == null && isFragment()) {
            return Optional.of(new Node.Text(file, ""));
        }
        if (first == null) {
            problems.report(file, "the file is empty; expected a mapping, as \"kind: Scenario\".");
            return Optional.empty();
        }
        Node root = node(first, file, 0);
        if (parser.nextToken() != null) {
            problems.report(here(file), "a second document starts; one file holds one.");
            return Optional.empty();
        }
        return Optional.of(root);
    }

    private Node node(JsonToken token, Place path, int depth) throws TooDeep {
        Place at = here(path);
        if (depth > DEEPEST) {
            throw new TooDeep(at);
        }
        refuseSpecials(at);
        if (token == JsonToken.START_OBJECT) {
            return fields(at, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(at, depth);
        }
        return new Node.Text(at, token == JsonToken.VALUE_NULL ? "" : parser.getString());
    }

    private Node fields(Place at, int depth) throws TooDeep {
        List<Node.Field> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>(); // asked, never iterated
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyAt = here(at.key(key));
            Node value = node(parser.nextToken(), at.key(key), depth + 1);
            if (seen.add(key)) {
                fields.add(new Node.Field(keyAt, key, value));
            } else {
                problems.report(keyAt, "the key '%s' stands here twice.".formatted(key));
            }
        }
        return new Node.Fields(at, fields);
    }

    private Node items(Place at, int depth) throws TooDeep {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, at.item(items.size()), depth + 1));
        }
        return new Node.Items(at, items);
    }

    private void refuseSpecials(Place at) {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            problems.report(at, "YAML anchors and aliases are not read.", Optional.of("Maybe use templates."));
        } else if (parser.getRawTag() != null) {
            problems.report(at, "YAML tags (%s) are not read.".formatted(parser.getRawTag()));
        }
    }

    private Place here(Place path) {
        if (isFragment()) {
            return path;
        }
        TokenStreamLocation location = parser.currentTokenLocation();
        return path.moved(location.getLineNr(), location.getColumnNr());
    }

    /** Whether the text is a piece without lines of its own, as an override. */
    private boolean isFragment() {
        return !file.path().isEmpty();
    }

    private static void report(Place file, String text, JacksonException e, Problems problems) {
        String message = String.valueOf(e.getOriginalMessage());
        Place at = file.moved(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
        if (e.getCause() instanceof MarkedYamlEngineException marked) {
            message = marked.getProblem();
            Optional<Mark> mark = marked.getProblemMark();
            at = mark.map(m -> file.moved(m.getLine() + 1, m.getColumn() + 1)).orElse(at);
        }
        Optional<String> hint = message.contains("got {") || isAfterBrace(text, at)
                ? Optional.of("Maybe a text with braces needs quotes, as \"edge-{city}\".")
                : Optional.empty();
        problems.report(at, "not YAML: " + message.replaceAll("\\s+", " ").strip(), hint);
    }

    /** Whether the text before a position of a file ends with a brace, as in {@code id: {city}-1}. */
    private static boolean isAfterBrace(String text, Place at) {
        return text.lines()
                .skip(Math.max(0, at.line() - 1))
                .findFirst()
                .map(line -> line.substring(0, Math.min(line.length(), Math.max(0, at.column() - 1))))
                .filter(before -> before.endsWith("}"))
                .isPresent();
    }

    private static final class TooDeep extends Exception {
        private final Place place;

        private TooDeep(Place place) {
            super("too deep", null, false, false);
            this.place = place;
        }
    }
}
