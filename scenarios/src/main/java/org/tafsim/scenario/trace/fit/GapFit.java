package org.tafsim.scenario.trace.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * A distribution fitted to the gaps between arrivals by maximum likelihood.
 *
 * @param family of the distribution
 * @param first shape of gamma and Weibull, mean of the exponential (s), mean of the lognormal's logarithm (of seconds)
 * @param second scale of gamma and Weibull (s), 0 for the exponential, standard deviation of the lognormal's logarithm
 * @param variation coefficient of variation of the fitted distribution
 * @param distance Kolmogorov-Smirnov distance to the gaps, in [0, 1]
 */
public record GapFit(Family family, double first, double second, double variation, double distance) {

    /** Fewer gaps say nothing about a distribution. */
    public static final int FEWEST = 10;

    /** What is fitted. */
    public enum Family {
        EXPONENTIAL,
        GAMMA,
        WEIBULL,
        LOGNORMAL
    }

    /**
     * All families, the nearest first.
     *
     * @param gapsSeconds at least 0; those of 0, which a coarse clock makes, count as half the least of the others, for they have
     *     no logarithm
     * @throws IllegalArgumentException where they are too few, or all equal
     */
    public static List<GapFit> all(double[] gapsSeconds) {
        if (gapsSeconds.length < FEWEST) {
            throw new IllegalArgumentException(
                    "%d gaps are too few to fit; expected at least %d.".formatted(gapsSeconds.length, FEWEST));
        }
        double[] gaps = positive(gapsSeconds);
        double mean = Arrays.stream(gaps).average().orElseThrow();
        double meanLog = Arrays.stream(gaps).map(StrictMath::log).average().orElseThrow();
        List<GapFit> fits = new ArrayList<>();
        fits.add(of(Family.EXPONENTIAL, mean, 0, 1, new ExponentialDistribution(null, mean), gaps));
        fits.add(gamma(gaps, mean, meanLog));
        fits.add(weibull(gaps));
        fits.add(lognormal(gaps, meanLog));
        fits.sort(Comparator.comparingDouble(GapFit::distance));
        return List.copyOf(fits);
    }

    private static double[] positive(double[] gaps) {
        double least = Arrays.stream(gaps).filter(gap -> gap > 0).min().orElse(0);
        if (!(least > 0)) {
            throw new IllegalArgumentException("All gaps are 0. Maybe the clock of the trace is too coarse.");
        }
        return Arrays.stream(gaps).map(gap -> gap > 0 ? gap : least / 2).toArray();
    }

    private static GapFit gamma(double[] gaps, double mean, double meanLog) {
        double shape = MaximumLikelihood.gammaShape(mean, meanLog);
        double scale = mean / shape;
        GammaDistribution law = new GammaDistribution(null, shape, scale);
        return of(Family.GAMMA, shape, scale, 1 / Math.sqrt(shape), law, gaps);
    }

    private static GapFit weibull(double[] gaps) {
        double shape = MaximumLikelihood.weibullShape(gaps);
        double scale = MaximumLikelihood.weibullScale(gaps, shape);
        double logRatio = Gamma.logGamma(1 + 2 / shape) - 2 * Gamma.logGamma(1 + 1 / shape);
        WeibullDistribution law = new WeibullDistribution(null, shape, scale);
        return of(Family.WEIBULL, shape, scale, Math.sqrt(StrictMath.expm1(logRatio)), law, gaps);
    }

    private static GapFit lognormal(double[] gaps, double meanLog) {
        double variance = Arrays.stream(gaps)
                .map(gap -> StrictMath.log(gap) - meanLog)
                .map(deviation -> deviation * deviation)
                .average()
                .orElseThrow();
        double deviation = Math.sqrt(variance);
        LogNormalDistribution law = new LogNormalDistribution(null, meanLog, deviation);
        return of(Family.LOGNORMAL, meanLog, deviation, Math.sqrt(StrictMath.expm1(variance)), law, gaps);
    }

    private static GapFit of(
            Family family, double first, double second, double variation, RealDistribution law, double[] gaps) {
        return new GapFit(family, first, second, variation, Distance.of(gaps, law::cumulativeProbability));
    }
}
