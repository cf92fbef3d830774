package org.tafsim.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.engine.RunResult;

/** Order of results: by policy as they first appear, then as they come. */
final class ByPolicy {

    private ByPolicy() {}

    static List<RunResult> sorted(List<RunResult> results) {
        Map<String, List<RunResult>> groups = new LinkedHashMap<>();
        results.forEach(result -> groups.computeIfAbsent(result.policy(), policy -> new ArrayList<>())
                .add(result));
        return groups.values().stream().flatMap(List::stream).toList();
    }
}
