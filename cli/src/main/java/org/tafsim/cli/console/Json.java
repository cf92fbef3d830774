package org.tafsim.cli.console;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints results for programs. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** Prints records, lists, maps, texts and numbers as they are; floating-point numbers come by {@link #decimal}. */
    public static void print(PrintWriter out, Object value) {
        out.println(MAPPER.writeValueAsString(value));
    }

    /** A value in one line. */
    static String line(Object value) {
        return MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }

    /** A number of fixed decimals: Java's own text of a double changes with its version. */
    public static BigDecimal decimal(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
