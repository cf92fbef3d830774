package org.tafsim.experiment.measured;

import java.util.Arrays;
import java.util.List;
import org.tafsim.experiment.measured.Ledger.Judged;

/**
 * How far predictions are from measurements.
 *
 * @param rows how many
 * @param median of the relative errors' sizes; not a number where there are none
 * @param p90 of the same: nine of ten are smaller
 * @param bias median of the relative errors with their signs; positive where predicted times are too long
 */
public record Errors(int rows, double median, double p90, double bias) {

    /** Of these. */
    public static Errors of(List<Judged> entries) {
        double[] signed = entries.stream().mapToDouble(Judged::error).sorted().toArray();
        double[] sizes = Arrays.stream(signed).map(Math::abs).sorted().toArray();
        return new Errors(sizes.length, quantile(sizes, 0.5), quantile(sizes, 0.9), quantile(signed, 0.5));
    }

    /** Between the two nearest of sorted values, in proportion. */
    static double quantile(double[] sorted, double level) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = level * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
