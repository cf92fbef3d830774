package org.tafsim.model;

import java.util.List;

/**
 * A distribution given by some of its quantiles; between them it is linear in the value.
 *
 * @param probabilities strictly increasing, first 0, last 1
 * @param values non-decreasing, as many; unit stated by the owner
 */
public record QuantileTable(List<Double> probabilities, List<Double> values) {

    /** Copies and checks. */
    public QuantileTable {
        probabilities = List.copyOf(probabilities);
        values = List.copyOf(values);
        int n = probabilities.size();
        if (n < 2 || n != values.size() || probabilities.get(0) != 0 || probabilities.get(n - 1) != 1) {
            throw new IllegalArgumentException(
                    "A quantile table needs as many values (%d) as probabilities (%d), ".formatted(values.size(), n)
                            + "the first for probability 0 and the last for 1.");
        }
        for (int i = 1; i < n; i++) {
            if (!(probabilities.get(i) > probabilities.get(i - 1) && values.get(i) >= values.get(i - 1))) {
                throw new IllegalArgumentException(
                        "Quantile table: entry %d (%s at probability %s) must not lie below the one before it."
                                .formatted(i, values.get(i), probabilities.get(i)));
            }
        }
    }

    /** Mean of the distribution, exact: the average of the values at both ends of each part, weighted by its probability. */
    public double mean() {
        double mean = 0;
        for (int i = 1; i < values.size(); i++) {
            mean += (probabilities.get(i) - probabilities.get(i - 1)) * (values.get(i) + values.get(i - 1)) / 2;
        }
        return mean;
    }
}
