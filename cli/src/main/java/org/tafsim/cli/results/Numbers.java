package org.tafsim.cli.results;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tafsim.cli.console.Json;

/** Numbers in tables: whole ones as they are, others with four decimals. */
final class Numbers {

    private static final int DECIMALS = 4;

    private Numbers() {}

    static String text(double value) {
        BigDecimal exact = Json.decimal(value, DECIMALS);
        boolean isWhole = exact.stripTrailingZeros().scale() <= 0;
        return isWhole ? exact.setScale(0, RoundingMode.UNNECESSARY).toPlainString() : exact.toPlainString();
    }
}
