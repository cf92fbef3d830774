package org.tafsim.model;

/** Checks of the records in this package: every message names the owner, the value and what was expected. */
final class Require {

    private Require() {}

    static double positive(double value, String owner, String quantity) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) { // also catches NaN
            throw new IllegalArgumentException(
                    "%s: %s (%s) must be positive and finite.".formatted(owner, quantity, value));
        }
        return value;
    }

    static double atLeastZero(double value, String owner, String quantity) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) { // also catches NaN
            throw new IllegalArgumentException(
                    "%s: %s (%s) must be at least 0 and finite.".formatted(owner, quantity, value));
        }
        return value;
    }

    static long positive(long value, String owner, String quantity) {
        if (value <= 0) {
            throw new IllegalArgumentException("%s: %s (%d) must be positive.".formatted(owner, quantity, value));
        }
        return value;
    }

    static long atLeastZero(long value, String owner, String quantity) {
        if (value < 0) {
            throw new IllegalArgumentException("%s: %s (%d) must be at least 0.".formatted(owner, quantity, value));
        }
        return value;
    }

    static double fraction(double value, String owner, String quantity) {
        if (!(value >= 0 && value <= 1)) { // also catches NaN
            throw new IllegalArgumentException("%s: %s (%s) must lie in [0, 1].".formatted(owner, quantity, value));
        }
        return value;
    }

    static int within(int value, int least, int most, String owner, String quantity) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s: %s (%d) must lie between %d and %d.".formatted(owner, quantity, value, least, most));
        }
        return value;
    }

    /** A share that is not nothing, in (0, 1]. */
    static double share(double value, String owner, String quantity) {
        return positive(fraction(value, owner, quantity), owner, quantity);
    }

    static String name(String value, String owner) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("%s must have a name that is not blank.".formatted(owner));
        }
        return value;
    }
}
