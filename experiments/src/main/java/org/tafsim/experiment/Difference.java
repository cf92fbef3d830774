package org.tafsim.experiment;

import org.tafsim.stats.ConfidenceInterval;

/**
 * How one policy differs from another in one metric, over pairs of replications.
 *
 * @param policy label
 * @param baseline label of the policy it is held against
 * @param scope as of a {@link org.tafsim.engine.Metric}
 * @param metric its name
 * @param unit its unit
 * @param interval of policy minus baseline, by itself
 * @param adjustedPValue adjusted for all policies compared in this metric, after Holm; in [0, 1]
 * @param isSignificant whether they differ, by this p-value at the confidence of the interval
 */
public record Difference(
        String policy,
        String baseline,
        String scope,
        String metric,
        String unit,
        ConfidenceInterval interval,
        double adjustedPValue,
        boolean isSignificant) {}
