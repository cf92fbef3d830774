package org.tafsim.workload;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.special.Gamma;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.ArrivalSpec;

/**
 * Distribution of the gaps of a renewal process. Immutable; a gamma distribution takes some 10 ms to make.
 *
 * @param gapSeconds any gap
 * @param lengthBiasedSeconds a gap drawn in proportion to its length, as an observer finds it who comes at any time (Cox,
 *     "Renewal Theory", 1962, ch. 5)
 */
record GapDistribution(InverseCdf gapSeconds, InverseCdf lengthBiasedSeconds) {
    private static final double LEAST_VARIATION = 0.01;
    private static final double LARGEST_VARIATION = 20;

    static GapDistribution of(ArrivalSpec.Renewal spec) {
        double variation = spec.variation();
        if (!(variation >= LEAST_VARIATION && variation <= LARGEST_VARIATION)) {
            throw new IllegalArgumentException(
                    "The coefficient of variation of the gaps (%s) must lie in [%s, %s]. Maybe it was given in percent."
                            .formatted(variation, LEAST_VARIATION, LARGEST_VARIATION));
        }
        double meanSeconds = 1 / spec.requestsPerSecond();
        return switch (spec.family()) {
            case GAMMA -> gamma(meanSeconds, 1 / (variation * variation));
            case WEIBULL -> weibull(meanSeconds, WeibullShape.ofVariation(variation));
        };
    }

    /** In proportion to its length, a gap is gamma of the next larger shape. */
    private static GapDistribution gamma(double meanSeconds, double shape) {
        double scale = meanSeconds / shape;
        GammaDistribution nextShape = new GammaDistribution(null, shape + 1, scale);
        return new GapDistribution(Samplers.gamma(shape, scale), nextShape::inverseCumulativeProbability);
    }

    /** In proportion to its length, a gap X has (X / scale)^shape gamma of shape 1 + 1 / shape. */
    private static GapDistribution weibull(double meanSeconds, double shape) {
        double scale = meanSeconds / Gamma.gamma(1 + 1 / shape);
        GammaDistribution hazard = new GammaDistribution(null, 1 + 1 / shape, 1);
        return new GapDistribution(
                Samplers.weibull(shape, scale),
                u -> scale * StrictMath.pow(hazard.inverseCumulativeProbability(u), 1 / shape));
    }
}
