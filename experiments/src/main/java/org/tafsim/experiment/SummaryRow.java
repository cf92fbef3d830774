package org.tafsim.experiment;

import org.tafsim.stats.ConfidenceInterval;

/**
 * One metric of one policy over all replications.
 *
 * @param policy label
 * @param scope as of a {@link org.tafsim.engine.Metric}
 * @param metric its name
 * @param unit its unit
 * @param interval mean, half-width and the number of replications that have the metric
 */
public record SummaryRow(String policy, String scope, String metric, String unit, ConfidenceInterval interval) {}
