package org.tafsim.report.table;

import org.tafsim.experiment.Decimals;
import org.tafsim.report.table.RowSpec.Scale;
import org.tafsim.stats.ConfidenceInterval;

/**
 * One number of the run table.
 *
 * @param mean text
 * @param halfWidth text with its sign, empty where there is none
 * @param hasStar whether it stands out: no other policy is better, or a difference is found
 */
public record Cell(String mean, String halfWidth, boolean hasStar) {

    /** Where a policy does not have a metric. */
    public static final Cell MISSING = new Cell("–", "", false);

    /** Of a heading. */
    static final Cell BLANK = new Cell("", "", false);

    private static final int MOST_DECIMALS = 2;

    /** With so many decimals; a half-width of zero says nothing, and is left out. */
    public static Cell of(ConfidenceInterval interval, Scale scale, int decimals) {
        double halfWidth = interval.halfWidth() * factor(scale);
        boolean hasSpread = halfWidth > 0 && Double.isFinite(halfWidth);
        return new Cell(
                grouped(interval.mean() * factor(scale), decimals),
                hasSpread ? "±" + grouped(halfWidth, decimals) : "",
                false);
    }

    public Cell withStar() {
        return new Cell(mean, halfWidth, true);
    }

    /**
     * A number of any size and unit with about three digits.
     *
     * @param isDifference whether it has its sign
     */
    public static Cell ofAnySize(ConfidenceInterval interval, double factor, boolean isDifference) {
        double mean = interval.mean() * factor;
        double halfWidth = interval.halfWidth() * factor;
        boolean hasSpread = halfWidth > 0 && Double.isFinite(halfWidth);
        int decimals = decimalsOfAnySize(hasSpread ? Math.max(Math.abs(mean), halfWidth) : Math.abs(mean));
        String text = grouped(mean, decimals);
        boolean isUp = isDifference && mean > 0 && !vanishes(mean, decimals);
        return new Cell(isUp ? "+" + text : text, hasSpread ? "±" + grouped(halfWidth, decimals) : "", false);
    }

    private static int decimalsOfAnySize(double size) {
        int decimals = 0;
        for (double scaled = size; scaled < 100 && decimals < Decimals.DECIMALS && size > 0; scaled *= 10) {
            decimals++;
        }
        return decimals;
    }

    private static double factor(Scale scale) {
        return scale == Scale.PERCENT ? 100 : 1;
    }

    /** Decimals for about three digits, more where the half-width would vanish. */
    public static int decimals(ConfidenceInterval interval, Scale scale) {
        double mean = interval.mean() * factor(scale);
        double halfWidth = interval.halfWidth() * factor(scale);
        if (scale == Scale.COUNT && mean == Math.rint(mean) && halfWidth == Math.rint(halfWidth)) {
            return 0;
        }
        int decimals = scale == Scale.PERCENT ? 1 : decimalsOfSize(Math.abs(mean));
        while (decimals < MOST_DECIMALS && (vanishes(halfWidth, decimals) || vanishes(mean, decimals))) {
            decimals++;
        }
        return decimals;
    }

    private static int decimalsOfSize(double size) {
        if (size >= 100) {
            return 0;
        }
        return size >= 10 ? 1 : 2;
    }

    private static boolean vanishes(double value, int decimals) {
        return value != 0
                && Double.isFinite(value)
                && Decimals.fixed(value, decimals).matches("-?0(\\.0*)?");
    }

    /** With a comma between thousands. */
    private static String grouped(double value, int decimals) {
        return Decimals.fixed(value, decimals).replaceAll("(?<=\\d)(?=(\\d{3})+(\\.|$))(?<!\\.\\d{0,6})", ",");
    }
}
