package org.tafsim.engine;

import java.util.List;

/**
 * Distribution of a latency over the measured requests of a run.
 *
 * @param scope as of a {@link Metric}
 * @param metric {@code ttft} or {@code e2e}
 * @param probabilities increasing, the same for every run
 * @param nanos quantiles (ns)
 */
public record LatencyCurve(String scope, String metric, List<Double> probabilities, List<Long> nanos) {

    /** Copies. */
    public LatencyCurve {
        probabilities = List.copyOf(probabilities);
        nanos = List.copyOf(nanos);
    }
}
