package org.tafsim.report.page;

import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.tafsim.stats.Tally;

/** Half-widths of many intervals of the same confidence, as {@link org.tafsim.stats.ConfidenceInterval} has them. */
final class StudentWidths {

    private final double confidence;
    private final Map<Long, Double> quantiles = new TreeMap<>();

    StudentWidths(double confidence) {
        this.confidence = confidence;
    }

    /** NaN where fewer than two values give no interval. */
    double of(Tally values) {
        return values.count() < 2
                ? Double.NaN
                : quantiles.computeIfAbsent(values.count(), this::quantile)
                        * Math.sqrt(values.variance() / values.count());
    }

    private double quantile(long count) {
        return new TDistribution(null, count - 1.0).inverseCumulativeProbability((1 + confidence) / 2);
    }
}
