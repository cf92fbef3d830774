package org.tafsim.report.serve;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tafsim.store.ResultDiff;
import org.tafsim.store.ResultFolder;

/**
 * What results were told otherwise.
 *
 * @param runs whose values these are
 * @param settings that differ between any two
 */
record SettingTable(List<Run> runs, List<Setting> settings) {

    /** A column. */
    record Run(String key, String id) {}

    /**
     * A row.
     *
     * @param path e.g. {@code apps[chat].slo.ttft}
     * @param values one for each run; null where it does not have the setting
     */
    record Setting(String path, List<@Nullable String> values) {}

    static SettingTable of(Shelf shelf, List<ResultFolder> results) throws IOException {
        ResultFolder first = results.get(0);
        if (results.stream().anyMatch(result -> result.isSweep() != first.isSweep())) {
            throw new Refusal(Refusal.WRONG, "A run and a sweep were told things of different kinds. Choose one kind.");
        }
        List<Map<String, ResultDiff.Setting>> toFirst = new ArrayList<>();
        Map<String, @Nullable String> ofFirst = new LinkedHashMap<>();
        for (ResultFolder result : results) {
            Map<String, ResultDiff.Setting> differing = new LinkedHashMap<>();
            for (ResultDiff.Setting setting : ResultDiff.settings(first, result)) {
                differing.put(setting.path(), setting);
                ofFirst.put(setting.path(), setting.first().orElse(null));
            }
            toFirst.add(differing);
        }
        List<Setting> settings = new ArrayList<>();
        ofFirst.forEach((path, value) -> settings.add(new Setting(path, values(path, value, toFirst))));
        return new SettingTable(
                results.stream()
                        .map(result -> new Run(shelf.key(result.path()), result.id()))
                        .toList(),
                settings);
    }

    /** What does not differ from the first is as there. */
    private static List<@Nullable String> values(
            String path, @Nullable String ofFirst, List<Map<String, ResultDiff.Setting>> toFirst) {
        List<@Nullable String> values = new ArrayList<>();
        for (Map<String, ResultDiff.Setting> differing : toFirst) {
            ResultDiff.Setting setting = differing.get(path);
            values.add(setting == null ? ofFirst : setting.second().orElse(null));
        }
        return values;
    }
}
