package org.tafsim.scenario.trace.fit;

import java.util.OptionalDouble;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.tafsim.scenario.trace.Recording;

/**
 * What a trace is like.
 *
 * @param requests how many
 * @param failed lines of requests that failed and are passed over
 * @param spanSeconds from the first arrival to the last
 * @param peakPerSecond rate of the busiest whole minute (1/s); of all where there is none
 * @param gapVariation coefficient of variation of the gaps; empty under 3 requests
 * @param secondDispersion variance over mean of the arrivals of a second; empty under 2 whole seconds
 * @param minuteDispersion the same of a minute
 * @param prompts tokens of the prompts
 * @param outputs tokens of the outputs
 * @param correlation of prompt and output (Pearson); empty where either does not vary
 * @param prefixHitShare of the blocks of all prompts, that a prefix cache which forgets nothing finds; empty without blocks
 */
public record TraceStatistics(
        int requests,
        long failed,
        double spanSeconds,
        double peakPerSecond,
        OptionalDouble gapVariation,
        OptionalDouble secondDispersion,
        OptionalDouble minuteDispersion,
        WeightedTokens prompts,
        WeightedTokens outputs,
        OptionalDouble correlation,
        OptionalDouble prefixHitShare) {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MINUTE_NANOS = 60 * SECOND_NANOS;

    /** Those of a trace. */
    public static TraceStatistics of(Recording trace) {
        long[] nanos = trace.nanos();
        double span = nanos[nanos.length - 1] / 1e9;
        Counts minutes = Counts.of(nanos, MINUTE_NANOS);
        return new TraceStatistics(
                trace.size(),
                trace.summary().passedOver(),
                span,
                minutes.windows() > 0 ? minutes.most() / 60.0 : trace.size() / span,
                variation(trace.gapsSeconds()),
                Counts.of(nanos, SECOND_NANOS).dispersion(),
                minutes.dispersion(),
                WeightedTokens.of(trace.prompts()),
                WeightedTokens.of(trace.outputs()),
                correlation(trace.prompts(), trace.outputs()),
                trace.prefixHitShare());
    }

    /** Requests over the span (1/s). */
    public double ratePerSecond() {
        return requests / spanSeconds;
    }

    private static OptionalDouble variation(double[] gaps) {
        SummaryStatistics summary = new SummaryStatistics();
        for (double gap : gaps) {
            summary.addValue(gap);
        }
        return gaps.length < 2 || summary.getMean() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(summary.getStandardDeviation() / summary.getMean());
    }

    /**
     * Numbers of arrivals in the whole windows of a trace. Those without arrivals are not looked at one by one: a trace may be
     * long and empty.
     *
     * @param windows how many there are
     * @param arrivals in all
     * @param squares sum of the squares of their numbers
     * @param most in any
     */
    private record Counts(long windows, double arrivals, double squares, int most) {

        static Counts of(long[] nanos, long windowNanos) {
            long windows = nanos[nanos.length - 1] / windowNanos;
            double arrivals = 0;
            double squares = 0;
            int most = 0;
            int next = 0;
            while (next < nanos.length && nanos[next] < windows * windowNanos) {
                int first = next;
                long end = (nanos[first] / windowNanos + 1) * windowNanos;
                while (next < nanos.length && nanos[next] < end) {
                    next++;
                }
                double count = next - first;
                arrivals += count;
                squares += count * count;
                most = Math.max(most, next - first);
            }
            return new Counts(windows, arrivals, squares, most);
        }

        /** Variance over mean. */
        OptionalDouble dispersion() {
            if (windows < 2) {
                return OptionalDouble.empty();
            }
            double variance = (squares - arrivals * arrivals / windows) / (windows - 1);
            return OptionalDouble.of(variance * windows / arrivals);
        }
    }

    private static OptionalDouble correlation(int[] prompts, int[] outputs) {
        if (prompts.length < 2) {
            return OptionalDouble.empty();
        }
        double[] one = new double[prompts.length];
        double[] other = new double[prompts.length];
        for (int i = 0; i < prompts.length; i++) {
            one[i] = prompts[i];
            other[i] = outputs[i];
        }
        double found = new PearsonsCorrelation().correlation(one, other);
        return Double.isFinite(found) ? OptionalDouble.of(found) : OptionalDouble.empty();
    }
}
