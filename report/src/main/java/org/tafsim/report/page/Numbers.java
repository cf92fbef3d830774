package org.tafsim.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as the page gets them: decimals of result files, without zeros at their end. */
final class Numbers {

    /** Decimals of what is only drawn. */
    private static final int DRAWN = 4;

    /** No number of a result file is this far from 1 (digits). */
    private static final int FARTHEST = 40;

    private Numbers() {}

    /** The number of a cell. */
    static BigDecimal of(String cell) {
        BigDecimal number = new BigDecimal(cell);
        if (Math.abs((long) number.scale()) > FARTHEST || number.precision() > FARTHEST) {
            throw new NumberFormatException("The number has too many digits.");
        }
        return trimmed(number);
    }

    /** The number of a cell; null where it is empty. */
    static @Nullable BigDecimal orNull(String cell) {
        return cell.isEmpty() ? null : of(cell);
    }

    /** A value that is only drawn; null where there is none. */
    static @Nullable BigDecimal drawn(double value) {
        return drawn(value, DRAWN);
    }

    static @Nullable BigDecimal drawn(double value, int decimals) {
        return Double.isFinite(value)
                ? trimmed(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN))
                : null;
    }

    private static BigDecimal trimmed(BigDecimal number) {
        BigDecimal trimmed = number.stripTrailingZeros();
        return trimmed.scale() < 0 ? trimmed.setScale(0) : trimmed;
    }
}
