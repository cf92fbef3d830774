package org.tafsim.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Two results held against each other.
 *
 * @param settings values of the scenario, or of the experiment, that differ
 * @param metrics that differ, or that only one has
 * @param equalMetrics number of metrics that are the same in both
 */
public record ResultDiff(List<Setting> settings, List<MetricPair> metrics, int equalMetrics) {

    /**
     * A value that differs.
     *
     * @param path e.g. {@code apps[chat].slo.ttft}
     * @param first in the first result; empty where it does not have it
     * @param second in the second
     */
    public record Setting(String path, Optional<String> first, Optional<String> second) {}

    /** A metric in both results; empty where one does not have it. */
    public record MetricPair(
            SummaryFile.Key key, Optional<SummaryFile.Value> first, Optional<SummaryFile.Value> second) {}

    /** Compares. */
    public static ResultDiff of(ResultFolder first, ResultFolder second) throws IOException {
        List<Setting> settings = settings(first, second);
        List<MetricPair> metrics = new ArrayList<>();
        Map<SummaryFile.Key, SummaryFile.Value> one = SummaryFile.of(first);
        Map<SummaryFile.Key, SummaryFile.Value> other = SummaryFile.of(second);
        for (SummaryFile.Key key : keys(one, other)) {
            if (!Objects.equals(one.get(key), other.get(key))) {
                metrics.add(
                        new MetricPair(key, Optional.ofNullable(one.get(key)), Optional.ofNullable(other.get(key))));
            }
        }
        return new ResultDiff(settings, metrics, keys(one, other).size() - metrics.size());
    }

    /** Values of scenario or experiment that differ, in the order of the first. */
    public static List<Setting> settings(ResultFolder first, ResultFolder second) throws IOException {
        List<Setting> settings = new ArrayList<>();
        Map<String, String> before = Settings.of(first);
        Map<String, String> after = Settings.of(second);
        for (String path : keys(before, after)) {
            if (!Objects.equals(before.get(path), after.get(path))) {
                settings.add(
                        new Setting(path, Optional.ofNullable(before.get(path)), Optional.ofNullable(after.get(path))));
            }
        }
        return settings;
    }

    private static <K> Set<K> keys(Map<K, ?> first, Map<K, ?> second) {
        Set<K> keys = new LinkedHashSet<>(first.keySet());
        keys.addAll(second.keySet());
        return keys;
    }
}
