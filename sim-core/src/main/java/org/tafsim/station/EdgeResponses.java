package org.tafsim.station;

import java.util.Arrays;
import org.tafsim.units.Durations;

/** Response times of a trace: arrival to departure, quantiles by nearest rank (ms). */
public record EdgeResponses(
        int requests, double meanMillis, double p50Millis, double p95Millis, double p99Millis, double maxMillis) {

    static EdgeResponses of(long[] responseNanos) {
        long[] sorted = responseNanos.clone();
        Arrays.sort(sorted);
        long sum = 0;
        for (long nanos : sorted) {
            sum = Math.addExact(sum, nanos);
        }
        return new EdgeResponses(
                sorted.length,
                Durations.millisOfNanos(sum) / sorted.length,
                quantileMillis(sorted, 0.50),
                quantileMillis(sorted, 0.95),
                quantileMillis(sorted, 0.99),
                quantileMillis(sorted, 1));
    }

    private static double quantileMillis(long[] sorted, double p) {
        int rank = (int) Math.ceil(p * sorted.length);
        return Durations.millisOfNanos(sorted[Math.max(rank, 1) - 1]);
    }
}
