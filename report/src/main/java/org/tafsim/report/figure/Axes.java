package org.tafsim.report.figure;

import org.jfree.chart.axis.ValueAxis;

/** Axes that fit what they show. */
final class Axes {

    /** Values further apart stand on a logarithmic axis. */
    static final double MOST_ON_LINEAR_AXIS = 20;

    private static final double MARGIN = 0.08;
    private static final double LOGARITHMIC_MARGIN = 1.3;

    private Axes() {}

    /** Whether values lie too far apart for a linear axis. */
    static boolean isWide(double least, double most) {
        return least > 0 && most / least > MOST_ON_LINEAR_AXIS;
    }

    /** With a little room on both sides. */
    static ValueAxis linear(String label, double least, double most) {
        double margin = most > least ? MARGIN * (most - least) : most == 0 ? 1 : Math.abs(most) / 2;
        return FigureStyle.numbers(label, least - margin, most + margin);
    }

    /** With a little room on both sides. */
    static ValueAxis logarithmic(String label, double least, double most) {
        return new LogarithmicAxis(label, least / LOGARITHMIC_MARGIN, most * LOGARITHMIC_MARGIN);
    }

    /** Logarithmic where values lie far apart. */
    static ValueAxis around(String label, double least, double most) {
        return isWide(least, most) ? logarithmic(label, least, most) : linear(label, least, most);
    }
}
