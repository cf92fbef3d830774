package org.tafsim.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.YamlTree;

/** What a run or a sweep was told to do, value by value: a scenario or an experiment as paths such as {@code apps[chat].slo.ttft}. */
final class Settings {

    private Settings() {}

    /** Of the resolved scenario of a run, or of the experiment of a sweep; none where the file is missing. */
    static Map<String, String> of(ResultFolder folder) throws IOException {
        Path file = folder.path().resolve(folder.isSweep() ? "experiment.yaml" : "scenario.resolved.yaml");
        Map<String, String> settings = new LinkedHashMap<>();
        if (Files.isRegularFile(file)) {
            Problems problems = new Problems();
            String text = Files.readString(file, StandardCharsets.UTF_8);
            YamlTree.parse(Place.of(file.toString()), text, problems).ifPresent(root -> collect("", root, settings));
            if (!problems.isEmpty()) {
                throw new ResultStoreException(problems.list().get(0).toString());
            }
        }
        return settings;
    }

    private static void collect(String path, Node node, Map<String, String> settings) {
        if (node instanceof Node.Fields fields) {
            for (Node.Field field : fields.fields()) {
                collect(path.isEmpty() ? field.key() : path + "." + field.key(), field.value(), settings);
            }
        } else if (node instanceof Node.Items list) {
            collectItems(path, list.items(), settings);
        } else if (node instanceof Node.Text text) {
            settings.put(path, text.text());
        }
    }

    /** Plain values stay one list; what has an id is called by it, so that a new neighbor shifts nothing. */
    private static void collectItems(String path, List<Node> items, Map<String, String> settings) {
        if (items.stream().allMatch(Node.Text.class::isInstance)) {
            settings.put(
                    path,
                    items.stream()
                            .map(item -> ((Node.Text) item).text())
                            .toList()
                            .toString());
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            collect("%s[%s]".formatted(path, name(items.get(i), i)), items.get(i), settings);
        }
    }

    private static String name(Node item, int place) {
        if (item instanceof Node.Fields fields) {
            for (String key : List.of("id", "label")) {
                if (fields.findText(key).isPresent()) {
                    return fields.findText(key).get();
                }
            }
        }
        return Integer.toString(place);
    }
}
