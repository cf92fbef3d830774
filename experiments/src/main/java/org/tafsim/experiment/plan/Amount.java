package org.tafsim.experiment.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, as texts have it: {@code 4 /s}, {@code 80}, {@code 2.5 ms}.
 *
 * @param value exact
 * @param unit may be empty
 */
record Amount(BigDecimal value, String unit) {

    private static final Pattern TEXT =
            Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?)\\s*(\\D.*)?");

    /** Digits that drawn values keep. */
    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    /** A number and whatever follows it; empty where the text does not start with a number. */
    static Optional<Amount> find(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = Optional.ofNullable(matcher.group(2)).orElse("").strip();
        return Optional.of(new Amount(new BigDecimal(matcher.group(1)), unit));
    }

    /** The same unit with another number, to six digits. */
    Amount withRounded(double other) {
        return new Amount(new BigDecimal(other).round(DIGITS), unit);
    }

    Amount with(BigDecimal other) {
        return new Amount(other, unit);
    }

    @Override
    public String toString() {
        String number = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
