package org.tafsim.experiment.pack;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Decimals;
import org.tafsim.experiment.analysis.Family;
import org.tafsim.experiment.analysis.PairedTest;
import org.tafsim.stats.Tally;

/**
 * Whether metrics of two computations of the same replications differ by more than chance. Each metric of each policy is tested
 * by Student's test of paired differences, or by Welch's test where not the same replications have it; the p-values are
 * adjusted by Holm. Differences below 1e-9 of the value are rounding, and count as none.
 */
final class MetricTest {

    static final double CONFIDENCE = 0.95;

    private static final double ROUNDING = 1e-9;

    private final Map<Key, SortedMap<Integer, Double>> packed;
    private final Map<Key, SortedMap<Integer, Double>> again;

    private MetricTest(List<RunResult> packed, List<RunResult> again) {
        this.packed = byKey(packed);
        this.again = byKey(again);
    }

    /** What one number is about. */
    private record Key(String policy, String scope, String metric) {
        @Override
        public String toString() {
            return "%s/%s/%s".formatted(policy, scope, metric);
        }
    }

    /** Judges results that are not the same to the byte. */
    static Verdict judge(List<RunResult> packed, List<RunResult> again) {
        return new MetricTest(packed, again).judge();
    }

    private static Map<Key, SortedMap<Integer, Double>> byKey(List<RunResult> results) {
        Map<Key, SortedMap<Integer, Double>> byKey = new LinkedHashMap<>();
        for (RunResult result : results) {
            for (Metric metric : result.metrics()) {
                byKey.computeIfAbsent(new Key(result.policy(), metric.scope(), metric.name()), key -> new TreeMap<>())
                        .put(result.replication(), metric.value());
            }
        }
        return byKey;
    }

    private Verdict judge() {
        Optional<Verdict> missing = findMissing();
        if (missing.isPresent()) {
            return missing.get();
        }
        List<Key> keys = new ArrayList<>(packed.keySet());
        List<Double> pValues = keys.stream().map(this::pValue).toList();
        List<Double> adjusted = Family.holm(pValues);
        double smallest = 1;
        for (int i = 0; i < keys.size(); i++) {
            if (adjusted.get(i) <= 1 - CONFIDENCE) {
                return different(keys.get(i), "adjusted p = %s".formatted(Decimals.fixed(adjusted.get(i), 4)));
            }
            smallest = Math.min(smallest, adjusted.get(i));
        }
        return new Verdict(
                Verdict.Kind.EQUAL,
                "paired t-tests of %d metrics, adjusted by Holm: smallest p = %s"
                        .formatted(keys.size(), Decimals.fixed(smallest, 4)));
    }

    private Optional<Verdict> findMissing() {
        for (Key key : packed.keySet()) {
            if (!again.containsKey(key)) {
                return Optional.of(
                        new Verdict(Verdict.Kind.DIFFERENT, "%s: packed, but not there again".formatted(key)));
            }
        }
        return again.keySet().stream()
                .filter(key -> !packed.containsKey(key))
                .findFirst()
                .map(key -> new Verdict(Verdict.Kind.DIFFERENT, "%s: there now, but not packed".formatted(key)));
    }

    private Verdict different(Key key, String why) {
        return new Verdict(
                Verdict.Kind.DIFFERENT,
                "%s: %s packed, %s again (%s)"
                        .formatted(key, mean(values(packed, key)), mean(values(again, key)), why));
    }

    private static String mean(SortedMap<Integer, Double> values) {
        return Decimals.fixed(tally(values).mean());
    }

    private double pValue(Key key) {
        SortedMap<Integer, Double> before = values(packed, key);
        SortedMap<Integer, Double> after = values(again, key);
        return before.keySet().equals(after.keySet()) ? paired(before, after) : welch(tally(before), tally(after));
    }

    private static double paired(SortedMap<Integer, Double> before, SortedMap<Integer, Double> after) {
        double[] differences = new double[before.size()];
        Iterator<Double> afterValues = after.values().iterator();
        int index = 0;
        for (double value : before.values()) {
            differences[index++] = difference(value, afterValues.next());
        }
        if (differences.length == 1) {
            return differences[0] == 0 ? 1 : 0; // nothing tells chance from change
        }
        return PairedTest.of(differences, CONFIDENCE).pValue();
    }

    private static double difference(double before, double after) {
        boolean isRounding = Math.abs(after - before) <= ROUNDING * Math.max(Math.abs(before), Math.abs(after));
        return isRounding ? 0 : after - before;
    }

    /** B. L. Welch, "The generalization of 'Student's' problem", Biometrika 34, 1947. */
    private static double welch(Tally before, Tally after) {
        if (before.count() < 2 || after.count() < 2) {
            return difference(before.mean(), after.mean()) == 0 ? 1 : 0;
        }
        double a = before.variance() / before.count();
        double b = after.variance() / after.count();
        double distance = Math.abs(before.mean() - after.mean());
        if (a + b == 0) {
            return difference(before.mean(), after.mean()) == 0 ? 1 : 0;
        }
        double freedom = (a + b) * (a + b) / (a * a / (before.count() - 1) + b * b / (after.count() - 1));
        return 2 * new TDistribution(null, freedom).cumulativeProbability(-distance / Math.sqrt(a + b));
    }

    private static Tally tally(SortedMap<Integer, Double> values) {
        Tally tally = new Tally();
        values.values().forEach(tally::record);
        return tally;
    }

    private static SortedMap<Integer, Double> values(Map<Key, SortedMap<Integer, Double>> byKey, Key key) {
        return byKey.getOrDefault(key, new TreeMap<>());
    }
}
