package org.tafsim.scenario.mobility;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers in files: plain decimals alone, for Java's own parser also takes {@code NaN}, {@code 1d} and {@code 0x1p3}. */
final class Decimals {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

    private Decimals() {}

    /** A number of at most a size; empty where the text is none, or is larger. */
    static OptionalDouble find(String text, double most) {
        String plain = text.strip();
        if (!NUMBER.matcher(plain).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(plain);
        return Math.abs(value) <= most ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
