package org.tafsim.policies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Weights by name, such as {@code berlin: 3, bonn: 1}. */
public final class Weights {

    private static final Pattern WEIGHT = Pattern.compile("\\s*([^:,\\s]+)\\s*:\\s*(\\d{1,6}(?:\\.\\d{1,6})?)\\s*");

    private Weights() {}

    /**
     * Reads them; none where the text is blank.
     *
     * @throws IllegalArgumentException where one is not a name and a number above 0
     */
    public static Map<String, Double> parse(String text) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            Matcher weight = WEIGHT.matcher(part);
            if (!weight.matches() || Double.parseDouble(weight.group(2)) <= 0) {
                throw new IllegalArgumentException(
                        "\"%s\" is no weight; expected e.g. \"berlin: 3, bonn: 1\".".formatted(part.strip()));
            }
            weights.put(weight.group(1), Double.parseDouble(weight.group(2)));
        }
        return weights;
    }
}
