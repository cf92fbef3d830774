package org.tafsim.report.figure;

import java.util.Locale;
import org.tafsim.experiment.Decimals;

/** Numbers for small fields: two or three digits. */
final class HeatText {

    private static final double LEAST = 0.005;

    private HeatText() {}

    /** E.g. {@code 0.12}, {@code 3.4}, {@code 56}, {@code 789}, {@code 12k}, {@code 3M}. */
    static String of(double value) {
        double size = Math.abs(value);
        if (size >= 999_500) {
            return Decimals.fixed(value / 1e6, size < 9.95e6 ? 1 : 0) + "M";
        }
        if (size >= 9_995) {
            return Decimals.fixed(value / 1e3, 0) + "k";
        }
        if (size >= 9.95 || size == 0) {
            return Decimals.fixed(value, 0);
        }
        if (size >= 0.995) {
            return Decimals.fixed(value, 1);
        }
        return size >= LEAST
                ? Decimals.fixed(value, 2)
                : String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-");
    }
}
