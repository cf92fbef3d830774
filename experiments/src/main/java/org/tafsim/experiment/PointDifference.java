package org.tafsim.experiment;

import org.tafsim.stats.ConfidenceInterval;

/**
 * How one point of a sweep differs from another in one metric, under the same policy and over pairs of replications.
 *
 * @param point its number
 * @param baseline number of the point it is held against
 * @param policy label
 * @param scope as of a {@link org.tafsim.engine.Metric}
 * @param metric its name
 * @param unit its unit
 * @param baselineMean mean of the baseline in these replications
 * @param interval of point minus baseline, by itself
 * @param pValue of "no difference", by itself, in [0, 1]
 * @param adjustedPValue adjusted for all points and policies compared in this metric, after Holm; in [0, 1]
 * @param isSignificant whether they differ, by the adjusted p-value at the confidence of the interval
 */
public record PointDifference(
        int point,
        int baseline,
        String policy,
        String scope,
        String metric,
        String unit,
        double baselineMean,
        ConfidenceInterval interval,
        double pValue,
        double adjustedPValue,
        boolean isSignificant) {}
