package org.tafsim.report;

import org.tafsim.experiment.Decimals;
import org.tafsim.report.RowSpec.Scale;
import org.tafsim.stats.ConfidenceInterval;

/**
 * One number of the run table.
 *
 * @param mean text
 * @param halfWidth text with its sign, empty where there is none
 * @param isBest whether no other policy is better
 */
record Cell(String mean, String halfWidth, boolean isBest) {

    /** Where a policy does not have a metric. */
    static final Cell MISSING = new Cell("–", "", false);

    /** Of a heading. */
    static final Cell BLANK = new Cell("", "", false);

    private static final int MOST_DECIMALS = 2;

    /** With so many decimals; a half-width of zero says nothing, and is left out. */
    static Cell of(ConfidenceInterval interval, Scale scale, int decimals) {
        double halfWidth = interval.halfWidth() * factor(scale);
        boolean hasSpread = halfWidth > 0 && Double.isFinite(halfWidth);
        return new Cell(
                grouped(interval.mean() * factor(scale), decimals),
                hasSpread ? "±" + grouped(halfWidth, decimals) : "",
                false);
    }

    Cell asBest() {
        return new Cell(mean, halfWidth, true);
    }

    private static double factor(Scale scale) {
        return scale == Scale.PERCENT ? 100 : 1;
    }

    /** Decimals for about three digits, more where the half-width would vanish. */
    static int decimals(ConfidenceInterval interval, Scale scale) {
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
        return Decimals.fixed(value, decimals).replaceAll("(?<=\\d)(?=(\\d{3})+(\\.|$))", ",");
    }
}
