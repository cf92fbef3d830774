package org.tafsim.scenario.trace.fit;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.QuantileTable;

/**
 * A table of quantiles of token counts: one for each two percent, and more of the tail, on which the mean hangs. No step between two
 * points is larger than 2 %, so neither is the distance to the counts.
 */
final class QuantileFit {

    private static final double[] TAIL = {0.99, 0.995, 0.998, 0.999, 0.9995, 1};

    private QuantileFit() {}

    static QuantileTable of(WeightedTokens tokens) {
        List<Double> probabilities = new ArrayList<>();
        probabilities.add(0.0);
        probabilities.add(0.01);
        for (int percent = 2; percent <= 98; percent += 2) {
            probabilities.add(percent / 100.0);
        }
        for (double probability : TAIL) {
            probabilities.add(probability);
        }
        List<Double> values = probabilities.stream()
                .map(probability -> (double) tokens.quantile(probability))
                .toList();
        return new QuantileTable(probabilities, values);
    }

    /** Share of a table's distribution up to a value. */
    static double cumulative(QuantileTable table, double value) {
        List<Double> values = table.values();
        int last = values.size() - 1;
        if (value >= values.get(last)) {
            return 1;
        }
        int i = last;
        while (i >= 0 && values.get(i) > value) {
            i--;
        }
        if (i < 0) {
            return 0;
        }
        double share = (value - values.get(i)) / (values.get(i + 1) - values.get(i));
        return table.probabilities().get(i)
                + share
                        * (table.probabilities().get(i + 1)
                                - table.probabilities().get(i));
    }
}
