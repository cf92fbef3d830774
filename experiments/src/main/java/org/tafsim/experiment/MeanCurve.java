package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.engine.LatencyCurve;
import org.tafsim.engine.RunResult;

/**
 * Distribution of a latency under a policy: each quantile is the mean of that quantile over the replications.
 *
 * @param policy label
 * @param scope as of a {@link LatencyCurve}
 * @param metric {@code ttft} or {@code e2e}
 * @param replications that have the curve
 * @param probabilities increasing
 * @param millis quantiles (ms)
 */
public record MeanCurve(
        String policy, String scope, String metric, int replications, List<Double> probabilities, List<Double> millis) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** Copies. */
    public MeanCurve {
        probabilities = List.copyOf(probabilities);
        millis = List.copyOf(millis);
    }

    private record Key(String policy, String scope, String metric) {}

    /** Curves of runs: by policy, then in the order in which runs report them. Runs without quantiles are left out. */
    public static List<MeanCurve> of(List<RunResult> results) {
        Map<Key, List<LatencyCurve>> byKey = new LinkedHashMap<>();
        for (RunResult result : results) {
            for (LatencyCurve curve : result.curves()) {
                if (!curve.nanos().isEmpty()) {
                    Key key = new Key(result.policy(), curve.scope(), curve.metric());
                    byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(curve);
                }
            }
        }
        List<MeanCurve> means = new ArrayList<>();
        byKey.forEach((key, curves) -> means.add(mean(key, curves)));
        return List.copyOf(means);
    }

    private static MeanCurve mean(Key key, List<LatencyCurve> curves) {
        List<Double> probabilities = curves.get(0).probabilities();
        if (!curves.stream().allMatch(curve -> curve.probabilities().equals(probabilities))) {
            throw new IllegalArgumentException("Policy %s: the %s of %s has other probabilities in other replications."
                    .formatted(key.policy(), key.metric(), key.scope()));
        }
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < probabilities.size(); i++) {
            double sum = 0;
            for (LatencyCurve curve : curves) {
                sum += curve.nanos().get(i);
            }
            millis.add(sum / curves.size() / NANOS_PER_MILLI);
        }
        return new MeanCurve(key.policy(), key.scope(), key.metric(), curves.size(), probabilities, millis);
    }
}
