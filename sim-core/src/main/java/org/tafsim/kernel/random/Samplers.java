package org.tafsim.kernel.random;

import java.util.List;

/**
 * Quantile functions of the distributions that models use. Values carry the unit of the scale they are given. Logarithms
 * and exponentials are {@link StrictMath}'s or Commons Math's own, both the same to the last bit everywhere.
 */
public final class Samplers {
    private Samplers() {}

    /**
     * Exponential distribution.
     *
     * @param mean positive
     */
    public static InverseCdf exponential(double mean) {
        requirePositive("mean", "exponential", mean);
        return u -> -mean * StrictMath.log(1 - u);
    }

    /**
     * Weibull distribution, P(X &gt; x) = exp(−(x / scale)^shape).
     *
     * @param shape positive; below 1 the hazard falls with time
     * @param scale positive
     */
    public static InverseCdf weibull(double shape, double scale) {
        requirePositive("shape", "Weibull", shape);
        requirePositive("scale", "Weibull", scale);
        double exponent = 1 / shape;
        return u -> scale * StrictMath.pow(-StrictMath.log(1 - u), exponent);
    }

    /**
     * Gamma distribution of mean shape · scale, from a table of 4096 cells that keeps the mean; the two tails, 1 / 2048 each,
     * are inverted exactly.
     *
     * @param shape positive
     * @param scale positive
     */
    public static InverseCdf gamma(double shape, double scale) {
        requirePositive("shape", "gamma", shape);
        requirePositive("scale", "gamma", scale);
        GammaTable table = new GammaTable(shape);
        return u -> scale * table.at(u);
    }

    /** Standard normal distribution. */
    public static InverseCdf normal() {
        return NormalQuantile::at;
    }

    /**
     * Lognormal distribution: exp of a normal.
     *
     * @param logMean mean of the logarithm
     * @param logDeviation standard deviation of the logarithm, at least 0
     */
    public static InverseCdf lognormal(double logMean, double logDeviation) {
        if (!(logDeviation >= 0 && logDeviation < Double.POSITIVE_INFINITY && Double.isFinite(logMean))) {
            throw new IllegalArgumentException("""
                    The mean (%s) and the deviation (%s) of a lognormal's logarithm must be finite, the latter at least 0.""".formatted(logMean, logDeviation));
        }
        return u -> StrictMath.exp(logMean + logDeviation * NormalQuantile.at(u));
    }

    /**
     * Lognormal distribution by its own moments.
     *
     * @param mean positive
     * @param variationCoefficient standard deviation / mean, at least 0
     */
    public static InverseCdf lognormalOfMean(double mean, double variationCoefficient) {
        requirePositive("mean", "lognormal", mean);
        double logVariance = StrictMath.log1p(variationCoefficient * variationCoefficient);
        return lognormal(StrictMath.log(mean) - logVariance / 2, Math.sqrt(logVariance));
    }

    /**
     * A distribution given by some of its quantiles, linear between them.
     *
     * @param probabilities strictly increasing, first 0, last 1
     * @param values non-decreasing, as many
     */
    public static InverseCdf quantiles(List<Double> probabilities, List<Double> values) {
        return new LinearQuantiles(probabilities, values);
    }

    /**
     * The same distribution, read from a table: exact at the quantiles i / parts and in the two outermost parts, linear between.
     *
     * @param parts at least 2
     */
    public static InverseCdf tabled(InverseCdf exact, int parts) {
        if (parts < 2) {
            throw new IllegalArgumentException("A table of quantiles needs 2 parts or more, not %d.".formatted(parts));
        }
        return new TabledQuantiles(exact, parts);
    }

    private static void requirePositive(String parameter, String distribution, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) { // also catches NaN
            throw new IllegalArgumentException("The %s of the %s distribution (%s) must be positive and finite."
                    .formatted(parameter, distribution, value));
        }
    }
}
