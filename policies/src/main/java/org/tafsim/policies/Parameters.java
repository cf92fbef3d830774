package org.tafsim.policies;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.PolicyType;
import org.tafsim.units.DurationText;
import org.tafsim.units.Durations;

/** Reads the parameters of a policy; every message names the policy and the parameter. */
public final class Parameters {
    private final String policy;
    private final PolicyContext context;

    /** Of the policy of this id. */
    public Parameters(String policy, PolicyContext context) {
        this.policy = policy;
        this.context = context;
    }

    /** Refuses the first name that the policy does not know. */
    public static void refuseUnknown(PolicyType<?> type, Collection<String> names) {
        for (String name : names) {
            if (!type.parameterNames().contains(name)) {
                throw new IllegalArgumentException("The policy %s has no parameter '%s'; %s."
                        .formatted(type.id(), name, known(type.parameterNames()))
                        .concat(Spelling.maybe(name, type.parameterNames())));
            }
        }
    }

    private static String known(List<String> names) {
        return names.isEmpty() ? "it takes none" : "it takes " + String.join(", ", names);
    }

    /** A duration such as {@code 200 ms}, in seconds. */
    public double seconds(String name, String otherwise) {
        return Durations.secondsOfNanos(parsed(name, otherwise, DurationText::nanos));
    }

    /** A share in [0, 1] such as {@code 90 %} or {@code 0.9}. */
    public double share(String name, String otherwise) {
        return parsed(name, otherwise, text -> {
            boolean isPercent = text.endsWith("%");
            double number = number(isPercent ? text.substring(0, text.length() - 1) : text);
            return within(isPercent ? number / 100 : number, 0, 1, "0 %", "100 %", text);
        });
    }

    /** A number in a range. */
    public double number(String name, String otherwise, double least, double most) {
        return parsed(
                name,
                otherwise,
                text -> within(number(text), least, most, Double.toString(least), Double.toString(most), text));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"%s\" is not a number.".formatted(text), e);
        }
    }

    private static double within(double value, double least, double most, String low, String high, String text) {
        if (!(value >= least && value <= most)) { // also catches NaN
            throw new IllegalArgumentException("\"%s\" must lie between %s and %s.".formatted(text, low, high));
        }
        return value;
    }

    /**
     * A value of any kind.
     *
     * @param parse throws {@link IllegalArgumentException} where the text is not one; its message is kept
     */
    public <T> T parsed(String name, String otherwise, Function<String, T> parse) {
        try {
            return parse.apply(context.parameters().getOrDefault(name, otherwise));
        } catch (IllegalArgumentException refusal) {
            throw new IllegalArgumentException(
                    "The policy %s, parameter '%s': %s".formatted(policy, name, refusal.getMessage()), refusal);
        }
    }
}
