package org.tafsim.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as result files write them: a fixed count of decimals, rounded half to even from the exact binary value. The
 * same on every JDK and in every locale, which holds neither for {@code Double.toString} (changed in JDK 19) nor for
 * {@code %f}, which rounded its text until JDK 21.
 */
public final class Decimals {

    /** Decimals of result files. */
    public static final int DECIMALS = 6;

    /** Every decimal of 15 digits survives as a double; not all doubles need more. */
    private static final int FEWEST_DIGITS = 15;

    /** Enough for every double. */
    private static final int MOST_DIGITS = 17;

    private Decimals() {}

    /** A finite number with {@link #DECIMALS} decimals. */
    public static String fixed(double value) {
        return fixed(value, DECIMALS);
    }

    /** A finite number with so many decimals; never {@code -0}. */
    public static String fixed(double value, int decimals) {
        return exact(value, decimals).toPlainString();
    }

    /**
     * The shortest decimal of at most 17 significant digits that reads back as the same number; {@code -0} as {@code 0}. Very
     * large and very small numbers have an exponent.
     */
    public static String roundTrip(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal text = exact;
        for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
            text = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (text.doubleValue() == value) {
                break;
            }
        }
        BigDecimal shortest = text.stripTrailingZeros();
        boolean isPlain = shortest.precision() - shortest.scale() <= MOST_DIGITS && shortest.scale() <= 2 * MOST_DIGITS;
        return isPlain ? shortest.toPlainString() : shortest.toString();
    }

    static BigDecimal exact(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** Nanoseconds as seconds with nine decimals, which is exact. */
    public static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).toPlainString();
    }
}
