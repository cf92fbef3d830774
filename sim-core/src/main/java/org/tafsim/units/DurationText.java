package org.tafsim.units;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in settings: a number and a unit, {@code 200 ms}, {@code 0.2 s}. */
public final class DurationText {

    /** Digits are bounded, so that a number cannot grow without end. */
    private static final Pattern DURATION = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,15})?)\\s*([a-z]+)");

    private DurationText() {}

    /**
     * Nanoseconds of a text such as {@code 200 ms}; parts of a nanosecond count as one.
     *
     * <p>Units are {@code ns}, {@code us}, {@code ms}, {@code s}, {@code min} and {@code h}. A bare number is refused, for
     * nobody can see its unit. Computes in decimals, so that {@code 0.1 s} is exactly 100,000,000 ns.
     *
     * @throws IllegalArgumentException when the text is not a duration, or not under 292 years; the message quotes it
     */
    public static long nanos(String text) {
        Matcher matcher = DURATION.matcher(text.strip());
        Optional<BigDecimal> unit = matcher.matches() ? nanosPer(matcher.group(2)) : Optional.empty();
        if (unit.isEmpty()) {
            throw new IllegalArgumentException("\"%s\" is not a duration; expected e.g. \"200 ms\" or \"0.2 s\"."
                    .formatted(text)
                    .concat(hint(text)));
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(unit.get()).setScale(0, RoundingMode.CEILING);
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException("\"%s\" is too long: durations end at 292 years.".formatted(text));
        }
        return nanos.longValueExact();
    }

    private static Optional<BigDecimal> nanosPer(String unit) {
        return switch (unit) {
            case "ns" -> Optional.of(BigDecimal.ONE);
            case "us" -> Optional.of(BigDecimal.valueOf(1_000));
            case "ms" -> Optional.of(BigDecimal.valueOf(Durations.NANOS_PER_MILLI));
            case "s" -> Optional.of(BigDecimal.valueOf(Durations.NANOS_PER_SECOND));
            case "min" -> Optional.of(BigDecimal.valueOf(60 * Durations.NANOS_PER_SECOND));
            case "h" -> Optional.of(BigDecimal.valueOf(3600 * Durations.NANOS_PER_SECOND));
            default -> Optional.empty();
        };
    }

    private static String hint(String text) {
        return text.strip().matches("\\d+(\\.\\d+)?") ? " Maybe \"%s ms\"?".formatted(text.strip()) : "";
    }
}
