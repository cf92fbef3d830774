package org.tafsim.scenario.source;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers in files of others: plain decimals alone, for Java's own parser also takes {@code NaN}, {@code 1d} and {@code 0x1p3}. */
public final class PlainDecimal {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

    private PlainDecimal() {}

    /**
     * A number, blanks around it left out.
     *
     * @param most its absolute value at most
     * @return empty where the text is none, or is larger
     */
    public static OptionalDouble find(String text, double most) {
        String plain = text.strip();
        if (!NUMBER.matcher(plain).matches()) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(plain);
        return Math.abs(value) <= most ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
