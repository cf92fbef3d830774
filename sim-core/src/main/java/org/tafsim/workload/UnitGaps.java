package org.tafsim.workload;

import org.apache.commons.math3.special.Gamma;
import org.tafsim.model.ArrivalSpec.Renewal.Family;
import umontreal.ssj.rng.RandomStream;

/**
 * Gaps of mean 1 of a gamma or Weibull distribution, small enough to keep one for each window of each client.
 *
 * @param family of the gaps
 * @param shape of the distribution: 1/CV² for gamma, that of {@link WeibullShape} for Weibull
 * @param scale that makes the mean 1
 */
record UnitGaps(Family family, double shape, double scale) {

    static UnitGaps of(Family family, double variation) {
        if (family == Family.GAMMA) {
            double shape = 1 / (variation * variation);
            return new UnitGaps(family, shape, 1 / shape);
        }
        double shape = WeibullShape.ofVariation(variation);
        return new UnitGaps(family, shape, 1 / Gamma.gamma(1 + 1 / shape));
    }

    /** Any gap. */
    double next(RandomStream stream) {
        return family == Family.GAMMA
                ? scale * GammaDraws.draw(shape, stream)
                : scale * StrictMath.pow(-StrictMath.log(stream.nextDouble()), 1 / shape);
    }

    /** What is left of the gap in which an observer finds the process who comes at any time (see {@link GapDistribution}). */
    double rest(RandomStream stream) {
        double lengthBiased = family == Family.GAMMA
                ? scale * GammaDraws.draw(shape + 1, stream)
                : scale * StrictMath.pow(GammaDraws.draw(1 + 1 / shape, stream), 1 / shape);
        return lengthBiased * stream.nextDouble();
    }
}
