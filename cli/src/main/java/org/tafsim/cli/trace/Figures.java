package org.tafsim.cli.trace;

import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Json;

/** Numbers as these commands print them. */
final class Figures {

    private static final String NONE = "–";

    private Figures() {}

    /** A whole number, its thousands apart. */
    static String whole(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.0f", value) : NONE;
    }

    /** The same of a count. */
    static String whole(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A number of so many decimals; a dash where there is none. */
    static String decimals(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : NONE;
    }

    static String decimals(OptionalDouble value, int decimals) {
        return decimals(value.orElse(Double.NaN), decimals);
    }

    static String percent(double share) {
        return decimals(100 * share, 1) + " %";
    }

    /** A time span in the unit that people would use. */
    static String span(double seconds) {
        if (seconds >= 2 * 86_400) {
            return decimals(seconds / 86_400, 1) + " d";
        }
        if (seconds >= 2 * 3600) {
            return decimals(seconds / 3600, 1) + " h";
        }
        return seconds >= 120 ? decimals(seconds / 60, 1) + " min" : decimals(seconds, 1) + " s";
    }

    /** For programs; null where there is none. */
    static @Nullable Object json(double value) {
        return Double.isFinite(value) ? Json.decimal(value, 6) : null;
    }

    static @Nullable Object json(OptionalDouble value) {
        return json(value.orElse(Double.NaN));
    }
}
