package org.tafsim.experiment.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bound that a metric of scope {@code all} must keep in the mean, e.g. {@code slo_attainment >= 0.99}.
 *
 * @param metric its name
 * @param relation to the bound
 * @param bound in the metric's unit
 */
public record Goal(String metric, Relation relation, double bound) {

    private static final Pattern TEXT =
            Pattern.compile("\\s*([a-z][a-z0-9_]*)\\s*(>=|<=|==)\\s*([-+]?[0-9.]+(?:[eE][-+]?\\d+)?)\\s*");

    /** How a mean stands to its bound. */
    public enum Relation {
        /** Not below. */
        AT_LEAST(">="),
        /** Not above. */
        AT_MOST("<="),
        /** Exactly, for counts that must be zero. */
        EQUAL("==");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }
    }

    /** Reads a goal; empty where the text is none. */
    static Optional<Goal> find(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            double bound = Double.parseDouble(matcher.group(3));
            return List.of(Relation.values()).stream()
                    .filter(relation -> relation.sign.equals(matcher.group(2)))
                    .map(relation -> new Goal(matcher.group(1), relation, bound))
                    .findFirst();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a value keeps the bound. */
    public boolean isMetBy(double value) {
        return switch (relation) {
            case AT_LEAST -> value >= bound;
            case AT_MOST -> value <= bound;
            case EQUAL -> value == bound;
        };
    }

    @Override
    public String toString() {
        return "%s %s %s"
                .formatted(
                        metric,
                        relation.sign,
                        BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString());
    }
}
