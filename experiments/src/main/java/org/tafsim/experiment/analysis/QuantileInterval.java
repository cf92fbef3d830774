package org.tafsim.experiment.analysis;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.tafsim.stats.ConfidenceInterval;

/**
 * A quantile with an interval that assumes no distribution: the values at two ranks. The number of n independent values
 * below the p-quantile is binomial, so
 *
 * <pre>P(X_(low) ≤ q_p ≤ X_(high)) ≥ P(low ≤ B(n, p) &lt; high) ≥ confidence,</pre>
 *
 * <p>each end missing with at most half of the rest. Values of one run are not independent; take one per replication.
 * Source: H. A. David and H. N. Nagaraja, <i>Order Statistics</i>, 3rd ed., §7.1.
 *
 * @param probability p, in (0, 1)
 * @param estimate the p-quantile by nearest rank
 * @param low lower end; −∞ where there are too few values to bound it
 * @param high upper end; +∞ likewise
 * @param confidence what the ranks give, at least what was asked for
 */
public record QuantileInterval(double probability, double estimate, double low, double high, double confidence) {

    /**
     * The interval of a quantile.
     *
     * @param values independent, finite, in any order, at least one
     * @param probability p, in (0, 1)
     * @param confidence in (0, 1)
     */
    public static QuantileInterval of(double[] values, double probability, double confidence) {
        Checks.finite(values);
        Checks.probability(probability);
        Checks.confidence(confidence);
        double[] sorted = sorted(values);
        BinomialDistribution below = new BinomialDistribution(null, sorted.length, probability);
        double miss = (1 - confidence) / 2;
        int low = 0;
        while (below.cumulativeProbability(low) <= miss) {
            low++;
        }
        int high = low;
        while (high <= sorted.length && below.cumulativeProbability(high - 1) < 1 - miss) {
            high++;
        }
        return new QuantileInterval(
                probability,
                nearestRank(sorted, probability),
                low == 0 ? Double.NEGATIVE_INFINITY : sorted[low - 1],
                high > sorted.length ? Double.POSITIVE_INFINITY : sorted[high - 1],
                below.cumulativeProbability(high - 1) - below.cumulativeProbability(low - 1));
    }

    /**
     * Where each replication has many values: Student's interval over the replications' quantiles. The mean of
     * quantiles is biased where replications are short; see {@code docs/model/output-analysis.md}.
     *
     * @param replications each with at least one value
     */
    public static ConfidenceInterval overReplications(
            List<double[]> replications, double probability, double confidence) {
        Checks.probability(probability);
        double[] quantiles = replications.stream()
                .mapToDouble(values -> nearestRank(sorted(values), probability))
                .toArray();
        return ConfidenceInterval.student(quantiles, confidence);
    }

    /** Whether the value lies inside, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    static double[] sorted(double[] values) {
        Checks.atLeast(1, values.length, "values");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    static double nearestRank(double[] sorted, double probability) {
        int rank = (int) Math.ceil(probability * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }
}
