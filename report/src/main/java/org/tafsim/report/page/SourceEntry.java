package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tafsim.scenario.catalog.PackedFiles;

/**
 * Where the figures of an entry of the catalog, or of one that the scenario states, come from.
 *
 * @param kind of entry
 * @param id of it; empty where the source is that of a whole file of the catalog
 */
record SourceEntry(String kind, String id, String source) {

    /** Kinds by section of a scenario. */
    private static final Map<String, String> KINDS = kinds();

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("accelerators", "accelerator");
        kinds.put("layer1", "layer 1");
        kinds.put("models", "model");
        kinds.put("batchModels", "batch model");
        kinds.put("engines", "engine");
        kinds.put("accesses", "access");
        kinds.put("cells", "cell");
        return kinds;
    }

    /** Entries that a scenario names, then what the letters in their sources mean, then facts of countries. */
    static List<SourceEntry> list(ScenarioTree scenario) {
        List<SourceEntry> sources = new ArrayList<>();
        Set<String> files = new LinkedHashSet<>();
        KINDS.forEach((section, kind) -> {
            for (ScenarioTree entry : scenario.items(section)) {
                String id = entry.text("id").isEmpty() ? entry.text("accelerator") : entry.text("id");
                if (!entry.text("source").isEmpty()) {
                    sources.add(new SourceEntry(kind, id, entry.text("source")));
                    files.add(section.equals("batchModels") ? "batch-models" : section);
                }
            }
        });
        files.forEach(file -> sources.add(new SourceEntry("catalog of " + file, "", heading(file))));
        if (!scenario.fields("energy", "sites").isEmpty()) {
            sources.add(new SourceEntry("catalog of countries", "", statedSource("countries")));
            sources.add(new SourceEntry("catalog of tariffs", "", heading("tariffs")));
        }
        if (!scenario.items("sites").isEmpty()) {
            sources.add(new SourceEntry("catalog of cities", "", statedSource("cities")));
        }
        return sources;
    }

    /** What a file of the catalog says before its first entry. */
    private static String heading(String file) {
        return text(file)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String statedSource(String file) {
        return ScenarioTree.packed("catalog/%s.yaml".formatted(file)).text("source");
    }

    private static String text(String file) {
        return new PackedFiles().get("catalog/%s.yaml".formatted(file));
    }
}
