package org.tafsim.workload;

import org.apache.commons.math3.special.Gamma;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.ArrivalSpec;
import umontreal.ssj.rng.RandomStream;

/**
 * Independent gaps of one distribution. The first is the rest of a gap that began before the start: a share U of a gap drawn
 * in proportion to its length, as an observer finds it who comes at any time (Cox, "Renewal Theory", 1962, ch. 5).
 */
final class RenewalGaps implements Gaps {
    private static final double LEAST_VARIATION = 0.01;
    private static final double LARGEST_VARIATION = 20;

    private final InverseCdf gapSeconds;
    private final InverseCdf lengthBiasedSeconds;
    private final RandomStream stream;
    private boolean started;

    private RenewalGaps(InverseCdf gapSeconds, InverseCdf lengthBiasedSeconds, RandomStream stream) {
        this.gapSeconds = gapSeconds;
        this.lengthBiasedSeconds = lengthBiasedSeconds;
        this.stream = stream;
    }

    static RenewalGaps of(ArrivalSpec.Renewal spec, RandomStream stream) {
        if (!(spec.variation() >= LEAST_VARIATION && spec.variation() <= LARGEST_VARIATION)) {
            throw new IllegalArgumentException(
                    "The coefficient of variation of the gaps (%s) must lie in [%s, %s]. Maybe it was given in percent."
                            .formatted(spec.variation(), LEAST_VARIATION, LARGEST_VARIATION));
        }
        double meanSeconds = 1 / spec.requestsPerSecond();
        return switch (spec.family()) {
            case GAMMA -> gamma(meanSeconds, spec.variation(), stream);
            case WEIBULL -> weibull(meanSeconds, spec.variation(), stream);
        };
    }

    /** Shape k = 1 / CV²; a gap in proportion to its length is gamma of shape k + 1. */
    private static RenewalGaps gamma(double meanSeconds, double variation, RandomStream stream) {
        double shape = 1 / (variation * variation);
        double scale = meanSeconds / shape;
        return new RenewalGaps(Samplers.gamma(shape, scale), Samplers.gamma(shape + 1, scale), stream);
    }

    /** A gap X in proportion to its length has (X / scale)^shape gamma of shape 1 + 1 / shape. */
    private static RenewalGaps weibull(double meanSeconds, double variation, RandomStream stream) {
        double shape = WeibullShape.ofVariation(variation);
        double scale = meanSeconds / Gamma.gamma(1 + 1 / shape);
        InverseCdf hazard = Samplers.gamma(1 + 1 / shape, 1);
        InverseCdf lengthBiased = u -> scale * StrictMath.pow(hazard.at(u), 1 / shape);
        return new RenewalGaps(Samplers.weibull(shape, scale), lengthBiased, stream);
    }

    @Override
    public double nextSeconds() {
        if (started) {
            return gapSeconds.sample(stream);
        }
        started = true;
        return lengthBiasedSeconds.sample(stream) * stream.nextDouble();
    }
}
