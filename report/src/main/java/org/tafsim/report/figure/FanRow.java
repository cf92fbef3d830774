package org.tafsim.report.figure;

import java.awt.Color;
import java.util.List;
import org.tafsim.experiment.MeanCurve;

/**
 * Quantiles of a latency under a policy (ms).
 *
 * @param row from the top
 * @param color of the policy
 */
record FanRow(int row, Color color, double p5, double p25, double p50, double p75, double p95, double p99) {

    static FanRow of(int row, Color color, MeanCurve curve) {
        return new FanRow(
                row,
                color,
                at(curve, 0.05),
                at(curve, 0.25),
                at(curve, 0.5),
                at(curve, 0.75),
                at(curve, 0.95),
                at(curve, 0.99));
    }

    /** The quantile at a probability, on the line between the two the curve has beside it. */
    static double at(MeanCurve curve, double probability) {
        List<Double> probabilities = curve.probabilities();
        List<Double> millis = curve.millis();
        int above = 0;
        while (above < probabilities.size() - 1 && probabilities.get(above) < probability) {
            above++;
        }
        if (above == 0 || probabilities.get(above) <= probability) {
            return millis.get(above);
        }
        double below = probabilities.get(above - 1);
        double share = (probability - below) / (probabilities.get(above) - below);
        return millis.get(above - 1) + share * (millis.get(above) - millis.get(above - 1));
    }
}
