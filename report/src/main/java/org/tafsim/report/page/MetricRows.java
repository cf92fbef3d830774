package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scopes and metrics that rows refer to by their place, each with its unit. */
final class MetricRows {

    private final Names scopes = new Names();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Metric> metrics = new ArrayList<>();

    /** A metric and its unit. */
    record Metric(String name, String unit) {}

    /** Whether a scope is all requests, or those of one application; not a stage of one. */
    static boolean isWhole(String scope) {
        return scope.equals("all") || (scope.startsWith("app:") && !scope.contains("/"));
    }

    int scope(String scope) {
        return scopes.indexOf(scope);
    }

    int metric(String name, String unit) {
        return places.computeIfAbsent(name, added -> {
            metrics.add(new Metric(name, unit));
            return metrics.size() - 1;
        });
    }

    List<Metric> metrics() {
        return List.copyOf(metrics);
    }

    Summary summary(List<List<@Nullable Object>> rows) {
        return new Summary(scopes.list(), metrics(), rows);
    }

    /** What {@code summary.csv} of a run says; rows of policy, scope, metric, mean, half-width and n. */
    record Summary(List<String> scopes, List<Metric> metrics, List<List<@Nullable Object>> rows) {}
}
