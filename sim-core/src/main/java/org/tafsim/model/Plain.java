package org.tafsim.model;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in names and messages: the same on every machine, without trailing zeros. */
final class Plain {

    private static final MathContext SHORT = new MathContext(6);

    private Plain() {}

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return new BigDecimal(value, SHORT).stripTrailingZeros().toPlainString();
    }

    static String percent(double share) {
        return number(100 * share) + "%";
    }
}
