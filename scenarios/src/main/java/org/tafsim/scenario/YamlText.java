package org.tafsim.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tafsim.scenario.source.Node;

/** Text of YAML, the same on every machine: numbers without {@code Double.toString}, words quoted where they must be. */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
    private static final int LONGEST_NUMBER = 25;
    private static final int DIGITS_OF_DOUBLE = 17;

    private YamlText() {}

    /** A word, in quotes where it could be read as something else. */
    static String word(String text) {
        boolean isPlain = PLAIN.matcher(text).matches() && !text.equalsIgnoreCase("null");
        return isPlain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if ((c >= ' ' && c <= '~') || Character.isLetter(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append("\\U%08X".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }

    /** The shortest decimal number that reads back as this one. */
    static String number(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < DIGITS_OF_DOUBLE; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(DIGITS_OF_DOUBLE, RoundingMode.HALF_EVEN)));
    }

    private static String plain(BigDecimal value) {
        String text = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        return text.length() <= LONGEST_NUMBER ? text : value.toString();
    }

    /** What was read, in one line; its texts as they were. */
    static String node(Node node) {
        if (node instanceof Node.Items list) {
            return list(list.items(), YamlText::node);
        }
        if (node instanceof Node.Fields fields) {
            return fields.fields().stream()
                    .map(field -> word(field.key()) + ": " + node(field.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return word(((Node.Text) node).text());
    }

    /** A time span in the largest unit that it is a whole number of. */
    static String duration(long nanos) {
        if (nanos % 1_000_000_000L == 0) {
            return nanos / 1_000_000_000L + " s";
        }
        return nanos % 1_000_000L == 0 ? nanos / 1_000_000L + " ms" : nanos + " ns";
    }

    /** A list in one line. */
    static <T> String list(List<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A list of words in one line. */
    static String words(List<String> words) {
        return list(words, YamlText::word);
    }

    /** A mapping in one line, of values that are YAML already. */
    static String mapping(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> word(field.getKey()) + ": " + field.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
