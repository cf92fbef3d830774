package org.tafsim.scenario.trace.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.LengthSpec.LogNormalMixture;
import org.tafsim.model.LengthSpec.LogNormalMixture.Component;

/**
 * A distribution fitted to token counts.
 *
 * @param family of the distribution
 * @param parameters in words, e.g. {@code mu 5.2, sigma 1.1}
 * @param spec as scenarios have it; empty where they do not
 * @param mean of what a scenario would draw, before rounding (tokens)
 * @param distance Kolmogorov-Smirnov distance of what a scenario would draw, in [0, 1]
 */
public record LengthFit(Family family, String parameters, Optional<LengthSpec> spec, double mean, double distance) {

    /** What is fitted. */
    public enum Family {
        FIXED,
        QUANTILES,
        LOGNORMAL,
        GAMMA,
        TWO_LOGNORMALS
    }

    /** All families, the nearest first; one only where all counts are equal. */
    public static List<LengthFit> all(WeightedTokens tokens) {
        if (tokens.size() == 1) {
            int always = tokens.max();
            LengthSpec fixed = new LengthSpec.Fixed(always);
            return List.of(new LengthFit(Family.FIXED, "always " + always, Optional.of(fixed), always, 0));
        }
        List<LengthFit> fits =
                new ArrayList<>(List.of(quantiles(tokens), lognormal(tokens), gamma(tokens), twoLognormals(tokens)));
        fits.sort(Comparator.comparingDouble(LengthFit::distance));
        return List.copyOf(fits);
    }

    private static LengthFit quantiles(WeightedTokens tokens) {
        LengthSpec.Quantiles spec = new LengthSpec.Quantiles(QuantileFit.of(tokens));
        return new LengthFit(
                Family.QUANTILES,
                "%d points".formatted(spec.tokens().values().size()),
                Optional.of(spec),
                spec.tokens().mean(),
                Distance.ofRounded(tokens, value -> QuantileFit.cumulative(spec.tokens(), value)));
    }

    private static LengthFit lognormal(WeightedTokens tokens) {
        double mu = tokens.meanLog();
        double variance = 0;
        for (int i = 0; i < tokens.size(); i++) {
            double deviation = StrictMath.log(tokens.value(i)) - mu;
            variance += tokens.share(i) * deviation * deviation;
        }
        double sigma = Math.sqrt(variance);
        LogNormalDistribution law = new LogNormalDistribution(null, mu, sigma);
        return new LengthFit(
                Family.LOGNORMAL,
                String.format(Locale.ROOT, "mu %.3f, sigma %.3f", mu, sigma),
                Optional.of(new LogNormalMixture(List.of(new Component(1, mu, sigma)), tokens.max())),
                law.getNumericalMean(),
                Distance.ofRounded(tokens, law::cumulativeProbability));
    }

    private static LengthFit gamma(WeightedTokens tokens) {
        double shape = MaximumLikelihood.gammaShape(tokens.mean(), tokens.meanLog());
        double scale = tokens.mean() / shape;
        GammaDistribution law = new GammaDistribution(null, shape, scale);
        return new LengthFit(
                Family.GAMMA,
                String.format(Locale.ROOT, "k %.3f, theta %.1f", shape, scale),
                Optional.empty(),
                tokens.mean(),
                Distance.ofRounded(tokens, law::cumulativeProbability));
    }

    private static LengthFit twoLognormals(WeightedTokens tokens) {
        LognormalPair pair = LognormalPair.of(tokens);
        Component one = pair.first();
        Component other = pair.second();
        String parameters = String.format(
                Locale.ROOT,
                "%.2f × (%.2f, %.2f) + %.2f × (%.2f, %.2f)",
                one.weight(),
                one.mu(),
                one.sigma(),
                other.weight(),
                other.mu(),
                other.sigma());
        return new LengthFit(
                Family.TWO_LOGNORMALS,
                parameters,
                Optional.of(new LogNormalMixture(List.of(one, other), tokens.max())),
                mean(one) + mean(other),
                Distance.ofRounded(tokens, pair::cumulative));
    }

    private static double mean(Component part) {
        return part.weight() * StrictMath.exp(part.mu() + part.sigma() * part.sigma() / 2);
    }
}
