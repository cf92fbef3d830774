package org.tafsim.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code cdf.csv} says.
 *
 * @param probabilities shares of completed requests, ascending
 * @param curves with a value for each
 */
record LatencyData(List<BigDecimal> probabilities, List<Curve> curves) {

    private static final int MOST_NUMBERS = 24_000;
    private static final int FEWEST_POINTS = 40;

    /** Of the tail every point is kept. */
    private static final BigDecimal TAIL = new BigDecimal("0.98");

    /** Quantiles of a latency (ms). */
    record Curve(int policy, String scope, String metric, List<@Nullable BigDecimal> millis) {}

    private record Key(int policy, String scope, String metric) {}

    static LatencyData read(FolderFiles files, Names policies) {
        Map<Key, NavigableMap<BigDecimal, BigDecimal>> curves = new LinkedHashMap<>();
        NavigableMap<BigDecimal, Integer> probabilities = new TreeMap<>();
        files.rows(
                "cdf.csv",
                List.of("policy", "scope", "metric", "probability", "value_ms"),
                "distributions of latencies are left out",
                row -> {
                    Key key = new Key(
                            policies.indexOf(row.getField("policy")), row.getField("scope"), row.getField("metric"));
                    BigDecimal probability = Numbers.of(row.getField("probability"));
                    BigDecimal millis = Numbers.of(row.getField("value_ms"));
                    probabilities.put(probability, 0);
                    curves.computeIfAbsent(key, added -> new TreeMap<>()).put(probability, millis);
                });
        List<BigDecimal> shown = thinned(List.copyOf(probabilities.keySet()), curves.size());
        if (shown.size() < probabilities.size()) {
            files.notices()
                    .inform("Distributions show %d of %d quantiles; cdf.csv has each."
                            .formatted(shown.size(), probabilities.size()));
        }
        List<Curve> list = new ArrayList<>();
        curves.forEach((key, millis) -> {
            List<@Nullable BigDecimal> values = new ArrayList<>();
            shown.forEach(probability -> values.add(millis.get(probability)));
            list.add(new Curve(key.policy(), key.scope(), key.metric(), values));
        });
        return new LatencyData(shown, list);
    }

    private static List<BigDecimal> thinned(List<BigDecimal> probabilities, int curves) {
        int most = Math.max(FEWEST_POINTS, MOST_NUMBERS / Math.max(1, curves));
        int each = (probabilities.size() + most - 1) / most;
        List<BigDecimal> shown = new ArrayList<>();
        for (int i = 0; i < probabilities.size(); i++) {
            if (each <= 1 || i % each == 0 || probabilities.get(i).compareTo(TAIL) > 0) {
                shown.add(probabilities.get(i));
            }
        }
        return shown;
    }
}
