package org.tafsim.scenario.topology;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/** Numbers in files: plain decimals alone, for Java's own parser also takes {@code NaN}, {@code 1d} and {@code 0x1p3}. */
final class Decimal {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

    private Decimal() {}

    /** Whether a text is a number. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** A number; empty where the text is none, or is too large for one. */
    static OptionalDouble find(String text) {
        String plain = text.strip();
        if (!isNumber(plain)) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(plain);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** A number; 0 and a problem where the text is none. */
    static double read(Place at, String noun, String text, Problems problems) {
        OptionalDouble value = find(text);
        if (value.isEmpty()) {
            problems.report(at, "%s \"%s\" is not a number.".formatted(noun, text));
        }
        return value.orElse(0);
    }

    /** The position that two texts state; empty where neither is there, a problem where one is. */
    static Optional<StatedTopology.Position> position(
            Place at, Optional<String> x, Optional<String> y, Problems problems) {
        if (x.isEmpty() && y.isEmpty()) {
            return Optional.empty();
        }
        if (x.isEmpty() || y.isEmpty()) {
            problems.report(at, "a node has one of longitude and latitude, not both.");
            return Optional.empty();
        }
        return Optional.of(new StatedTopology.Position(
                read(at, "the longitude", x.get(), problems), read(at, "the latitude", y.get(), problems)));
    }
}
