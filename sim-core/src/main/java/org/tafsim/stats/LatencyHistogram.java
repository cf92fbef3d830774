package org.tafsim.stats;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Distribution of latencies (ns) in bins of 3 significant digits: at most 1/1024 of the value wide. Count, mean, minimum and
 * maximum are exact; quantiles are a bin's upper end, so at most 0.1 % too large. Grows with the range of the values, up to
 * half a megabyte. Histograms merge exactly, in any order.
 */
public final class LatencyHistogram {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final long MAX_LATENCY_NANOS = (1L << 62) - 1;

    private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);

    // The exact sum is sumCarries · 2^62 + sumNanos.
    private long sumNanos;
    private long sumCarries;
    private long minNanos = Long.MAX_VALUE;
    private long maxNanos;

    /** The latencies up to an upper end (ns, inclusive) that lie above the bin before. */
    public record Bin(long upperNanos, long count) {}

    /** Records a latency (ns), at least 0. */
    public void record(long latencyNanos) {
        if (latencyNanos < 0 || latencyNanos > MAX_LATENCY_NANOS) {
            throw new IllegalArgumentException("""
                    The latency (%d ns) must be at least 0 and under 146 years. \
                    Maybe start and end were exchanged.""".formatted(latencyNanos));
        }
        histogram.recordValue(latencyNanos);
        addToSum(latencyNanos);
        minNanos = Math.min(minNanos, latencyNanos);
        maxNanos = Math.max(maxNanos, latencyNanos);
    }

    /** Adds all latencies of another histogram. */
    public void merge(LatencyHistogram other) {
        histogram.add(other.histogram);
        addToSum(other.sumNanos);
        sumCarries += other.sumCarries;
        minNanos = Math.min(minNanos, other.minNanos);
        maxNanos = Math.max(maxNanos, other.maxNanos);
    }

    /** Number of latencies. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** Exact mean (ns); needs a latency. */
    public double meanNanos() {
        requireSome();
        return (sumCarries * 0x1p62 + sumNanos) / count();
    }

    /** Exact minimum (ns); needs a latency. */
    public long minNanos() {
        requireSome();
        return minNanos;
    }

    /** Exact maximum (ns); needs a latency. */
    public long maxNanos() {
        requireSome();
        return maxNanos;
    }

    /**
     * The p-quantile (ns) by nearest rank: upper end of the first bin up to which at least ⌈p · count⌉ latencies lie, or the
     * maximum where that is smaller. Needs a latency.
     *
     * @param p in [0, 1]
     */
    public long quantileNanos(double p) {
        return quantilesNanos(List.of(p)).get(0);
    }

    /**
     * Several quantiles (ns) as of {@link #quantileNanos}, in one pass over the bins.
     *
     * @param probabilities in [0, 1], none below the one before it
     */
    public List<Long> quantilesNanos(List<Double> probabilities) {
        requireSome();
        List<Long> quantiles = new ArrayList<>(probabilities.size());
        Iterator<HistogramIterationValue> bins = histogram.recordedValues().iterator();
        long counted = 0;
        long upperNanos = 0;
        double before = 0;
        for (double p : probabilities) {
            requireProbability(p, before);
            long rank = (long) Math.ceil(p * count());
            while ((counted < rank || counted == 0) && bins.hasNext()) {
                HistogramIterationValue bin = bins.next();
                counted = bin.getTotalCountToThisValue();
                upperNanos = bin.getValueIteratedTo();
            }
            quantiles.add(Math.min(upperNanos, maxNanos));
            before = p;
        }
        return quantiles;
    }

    /** The bins that are not empty, in ascending order. */
    public List<Bin> listBins() {
        List<Bin> bins = new ArrayList<>();
        for (HistogramIterationValue bin : histogram.recordedValues()) {
            bins.add(new Bin(bin.getValueIteratedTo(), bin.getCountAtValueIteratedTo()));
        }
        return bins;
    }

    private static void requireProbability(double p, double before) {
        if (!(p >= 0 && p <= 1)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The probability of a quantile (%s) must be in [0, 1]. Maybe it was given in percent."
                            .formatted(p));
        }
        if (p < before) {
            throw new IllegalArgumentException(
                    "The probability of a quantile (%s) must not lie below the one before it (%s)."
                            .formatted(p, before));
        }
    }

    private void addToSum(long nanos) {
        sumNanos += nanos; // both below 2^62
        sumCarries += sumNanos >>> 62;
        sumNanos &= MAX_LATENCY_NANOS;
    }

    private void requireSome() {
        if (count() == 0) {
            throw new IllegalStateException("No latency was recorded. Maybe ask for the count first.");
        }
    }
}
