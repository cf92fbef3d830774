package org.tafsim.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as result files write them: a fixed count of decimals, rounded half to even from the exact binary value. The
 * same on every JDK and in every locale, which holds neither for {@code Double.toString} (changed in JDK 19) nor for
 * {@code %f}, which rounded its text until JDK 21.
 */
public final class Decimals {

    /** Decimals of result files. */
    public static final int DECIMALS = 6;

    private Decimals() {}

    /** A finite number with {@link #DECIMALS} decimals. */
    public static String fixed(double value) {
        return fixed(value, DECIMALS);
    }

    /** A finite number with so many decimals; never {@code -0}. */
    public static String fixed(double value, int decimals) {
        return exact(value, decimals).toPlainString();
    }

    static BigDecimal exact(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** Nanoseconds as seconds with nine decimals, which is exact. */
    public static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).toPlainString();
    }
}
