package org.tafsim.scenario.trace;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.SourceFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Token lengths of one client of ServeGen: by window start (s), {@code input_tokens} and {@code output_tokens}, each the text of a
 * Python dict of tokens to probabilities. All windows with requests count alike.
 *
 * @param prompts weight by prompt length (tokens)
 * @param outputs weight by output length (tokens)
 */
public record ServeGenTokens(Map<Integer, Double> prompts, Map<Integer, Double> outputs) {

    /** Reads a client's file; empty where something is wrong, which is noted. */
    public static Optional<ServeGenTokens> read(Path file, Problems problems) {
        int before = problems.count();
        Place at = Place.of(file.toString());
        Map<Integer, Double> prompts = new TreeMap<>();
        Map<Integer, Double> outputs = new TreeMap<>();
        Optional<JsonNode> root = SourceFile.read(file, problems).flatMap(text -> parse(text, at, problems));
        root.ifPresent(windows -> windows.properties().forEach(window -> {
            Place here = at.key(window.getKey());
            add(window.getValue(), "input_tokens", here, prompts, problems);
            add(window.getValue(), "output_tokens", here, outputs, problems);
        }));
        if (problems.count() == before && (prompts.isEmpty() || outputs.isEmpty())) {
            problems.report(at, "holds no lengths; every dict is empty.");
        }
        return problems.count() > before ? Optional.empty() : Optional.of(new ServeGenTokens(prompts, outputs));
    }

    private static Optional<JsonNode> parse(String text, Place at, Problems problems) {
        try {
            JsonNode root = new JsonMapper().readTree(text);
            if (root.isObject()) {
                return Optional.of(root);
            }
            problems.report(at, "is not a JSON object of windows, e.g. {\"0\": {\"input_tokens\": \"{17: 1.0}\", …}}.");
        } catch (JacksonException e) {
            TokenStreamLocation where = e.getLocation();
            Place place = where == null
                    ? at
                    : new Place(at.file(), Math.max(0, where.getLineNr()), Math.max(0, where.getColumnNr()), "");
            problems.report(place, "is not JSON: %s.".formatted(e.getOriginalMessage()));
        }
        return Optional.empty();
    }

    private static void add(JsonNode window, String key, Place at, Map<Integer, Double> sums, Problems problems) {
        JsonNode text = window.get(key);
        if (text == null || !text.isString()) {
            problems.report(at.key(key), "is no text; expected that of a dict, e.g. \"{17: 0.25, 18: 0.75}\".");
            return;
        }
        try {
            TokenDict.read(text.asString())
                    .forEach((tokens, weight) -> sums.merge(Math.max(1, tokens), weight, Double::sum));
        } catch (BadLine bad) {
            problems.report(at.key(key), "character %d: %s".formatted(bad.column(), bad.getMessage()));
        }
    }
}
