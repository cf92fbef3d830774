package org.tafsim.scenario.trace.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.tafsim.model.LengthSpec.LogNormalMixture.Component;

/**
 * Two lognormal distributions mixed, fitted by expectation and maximization (Dempster, Laird and Rubin 1977) from several starts,
 * of which the likeliest end is kept. A component is never narrower than 1 % of a value: narrower ones sit on single spikes.
 *
 * @param first component
 * @param second component; the weights of both add up to 1
 * @param logLikelihood mean of a token count's
 */
record LognormalPair(Component first, Component second, double logLikelihood) {

    private static final double[] STARTS = {0.15, 0.3, 0.5, 0.7, 0.85};
    private static final double NARROWEST = 0.01;
    private static final double LEAST_WEIGHT = 1e-3;
    private static final int MOST_STEPS = 500;
    private static final double STILL = 1e-9;

    /** The likeliest pair for token counts, of which there are at least two. */
    static LognormalPair of(WeightedTokens tokens) {
        return Arrays.stream(STARTS)
                .mapToObj(split -> climb(tokens, split))
                .max(Comparator.comparingDouble(LognormalPair::logLikelihood))
                .orElseThrow();
    }

    /** From a cut in two at a quantile up to where it is as likely as can be. */
    private static LognormalPair climb(WeightedTokens tokens, double split) {
        double[] ofFirst = new double[tokens.size()];
        double border = tokens.quantile(split);
        for (int i = 0; i < ofFirst.length; i++) {
            ofFirst[i] = tokens.value(i) <= border ? 0.9 : 0.1;
        }
        LognormalPair pair = maximized(tokens, ofFirst, Double.NEGATIVE_INFINITY);
        for (int step = 0; step < MOST_STEPS; step++) {
            double likelihood = pair.expect(tokens, ofFirst);
            boolean isStill = likelihood - pair.logLikelihood < STILL;
            pair = maximized(tokens, ofFirst, likelihood);
            if (isStill) {
                break;
            }
        }
        return pair;
    }

    /**
     * Fills in the chance that each value is of the first component.
     *
     * @return the mean log-likelihood of this pair
     */
    private double expect(WeightedTokens tokens, double[] ofFirst) {
        double sum = 0;
        for (int i = 0; i < ofFirst.length; i++) {
            double log = StrictMath.log(tokens.value(i));
            double one = density(first, log);
            double both = Math.max(one + density(second, log), Double.MIN_NORMAL);
            ofFirst[i] = one / both;
            sum += tokens.share(i) * (StrictMath.log(both) - log);
        }
        return sum;
    }

    private static double density(Component part, double log) {
        double z = (log - part.mu()) / part.sigma();
        return part.weight() * StrictMath.exp(-z * z / 2) / (part.sigma() * Math.sqrt(2 * Math.PI));
    }

    private static LognormalPair maximized(WeightedTokens tokens, double[] ofFirst, double logLikelihood) {
        return new LognormalPair(
                component(tokens, i -> ofFirst[i]), component(tokens, i -> 1 - ofFirst[i]), logLikelihood);
    }

    private static Component component(WeightedTokens tokens, IntToDoubleFunction membership) {
        double weight = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < tokens.size(); i++) {
            double part = tokens.share(i) * membership.applyAsDouble(i);
            double log = StrictMath.log(tokens.value(i));
            weight += part;
            sum += part * log;
            squares += part * log * log;
        }
        double mu = sum / Math.max(weight, Double.MIN_NORMAL);
        double variance = squares / Math.max(weight, Double.MIN_NORMAL) - mu * mu;
        double share = Math.min(1 - LEAST_WEIGHT, Math.max(LEAST_WEIGHT, weight));
        return new Component(share, mu, Math.max(NARROWEST, Math.sqrt(Math.max(0, variance))));
    }

    /** Share of the mixture up to a value. */
    double cumulative(double tokens) {
        double log = StrictMath.log(tokens);
        return first.weight() * new NormalDistribution(null, first.mu(), first.sigma()).cumulativeProbability(log)
                + second.weight()
                        * new NormalDistribution(null, second.mu(), second.sigma()).cumulativeProbability(log);
    }
}
