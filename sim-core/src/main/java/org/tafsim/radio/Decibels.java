package org.tafsim.radio;

/** Ratios and their logarithms. */
final class Decibels {

    private Decibels() {}

    /** The ratio of so many decibels. */
    static double ratio(double decibels) {
        return StrictMath.pow(10, decibels / 10);
    }

    /** Decibels of a positive ratio. */
    static double of(double ratio) {
        return 10 * StrictMath.log10(ratio);
    }
}
