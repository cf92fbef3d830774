package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tafsim.engine.PlaceSeries;
import org.tafsim.engine.RunResult;

/** What went on where, in all replications of each policy. */
final class PlacesByPolicy {

    private PlacesByPolicy() {}

    /** By policy in the order of results; runs that nobody looked at are left out. */
    static Map<String, List<PlaceSeries>> of(List<RunResult> results) {
        Map<String, List<PlaceSeries>> byPolicy = new LinkedHashMap<>();
        for (RunResult result : results) {
            if (!result.places().endsNanos().isEmpty()) {
                byPolicy.computeIfAbsent(result.policy(), policy -> new ArrayList<>())
                        .add(result.places());
            }
        }
        return byPolicy;
    }

    /** Mean of a value over replications. */
    static double mean(List<PlaceSeries> replications, ToDoubleFunction<PlaceSeries> value) {
        double sum = 0;
        for (PlaceSeries places : replications) {
            sum += value.applyAsDouble(places);
        }
        return sum / replications.size();
    }
}
