package org.tafsim.scenario.trace.fit;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** A distribution of token counts as it was found: values in rising order, and the share of each. */
public final class WeightedTokens {

    private final int[] values;
    private final double[] shares;

    private WeightedTokens(int[] values, double[] shares) {
        this.values = values;
        this.shares = shares;
    }

    /**
     * Of values and their weights.
     *
     * @param weights at least 0, not all 0, by tokens (at least 1)
     */
    public static WeightedTokens of(Map<Integer, Double> weights) {
        Map<Integer, Double> sorted = new TreeMap<>(weights);
        sorted.values().removeIf(weight -> weight <= 0);
        double sum = sorted.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(sum > 0)) {
            throw new IllegalArgumentException("Token counts need a weight above 0.");
        }
        return new WeightedTokens(
                sorted.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sorted.values().stream().mapToDouble(weight -> weight / sum).toArray());
    }

    /** Of single requests. */
    public static WeightedTokens of(int[] tokens) {
        int[] sorted = tokens.clone();
        Arrays.sort(sorted);
        int[] values = Arrays.stream(sorted).distinct().toArray();
        double[] shares = new double[values.length];
        int place = 0;
        for (int value : sorted) {
            place += value == values[place] ? 0 : 1;
            shares[place] += 1.0 / sorted.length;
        }
        return new WeightedTokens(values, shares);
    }

    /** Number of different values. */
    public int size() {
        return values.length;
    }

    /** The i-th smallest value (tokens). */
    public int value(int i) {
        return values[i];
    }

    /** Its share, in (0, 1]. */
    public double share(int i) {
        return shares[i];
    }

    /** Largest value (tokens). */
    public int max() {
        return values[values.length - 1];
    }

    /** Mean (tokens). */
    public double mean() {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += shares[i] * values[i];
        }
        return mean;
    }

    /** Mean of the natural logarithms. */
    double meanLog() {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += shares[i] * StrictMath.log(values[i]);
        }
        return mean;
    }

    /**
     * The least value that at least a share of the distribution does not exceed (tokens).
     *
     * @param probability in [0, 1]
     */
    public int quantile(double probability) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += shares[i];
            if (sum >= probability - 1e-12) {
                return values[i];
            }
        }
        return max();
    }
}
