package org.tafsim.experiment.analysis;

import org.tafsim.stats.ConfidenceInterval;

/**
 * What a factor does, by its elementary effects.
 *
 * @param factor from 0
 * @param meanAbsolute μ*: how much it matters, in the unit of the result per whole range of the factor; with its
 *     interval over trajectories
 * @param mean μ: the same with its sign; near 0 where effects cancel
 * @param deviation σ: how much the effect depends on where the other factors and this one stand; 0 for a linear factor
 */
public record MorrisEffect(int factor, ConfidenceInterval meanAbsolute, double mean, double deviation) {}
