package org.tafsim.scenario.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.tafsim.scenario.source.Format;

/** Days in files. */
public final class Dates {

    /** A day, as {@code 2026-11-01}. */
    public static final Format<LocalDate> FORMAT = new Format<>("a date", "2026-11-01", text -> {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Format.Refused.because("\"%s\" is not a date; expected e.g. \"2026-11-01\".".formatted(text));
        }
    });

    private Dates() {}
}
