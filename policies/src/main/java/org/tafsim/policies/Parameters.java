package org.tafsim.policies;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.units.DurationText;
import org.tafsim.units.Durations;

/** Reads the parameters of a policy; every message names the policy and the parameter. */
final class Parameters {
    private final String policy;
    private final PolicyContext context;

    Parameters(String policy, PolicyContext context) {
        this.policy = policy;
        this.context = context;
    }

    /** Refuses the first name that the policy does not know. */
    static void refuseUnknown(RoutingPolicyType type, Collection<String> names) {
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
    double seconds(String name, String otherwise) {
        return Durations.secondsOfNanos(parsed(name, otherwise, DurationText::nanos));
    }

    /**
     * A value of any kind.
     *
     * @param parse throws {@link IllegalArgumentException} where the text is not one; its message is kept
     */
    <T> T parsed(String name, String otherwise, Function<String, T> parse) {
        try {
            return parse.apply(context.parameters().getOrDefault(name, otherwise));
        } catch (IllegalArgumentException refusal) {
            throw new IllegalArgumentException(
                    "The policy %s, parameter '%s': %s".formatted(policy, name, refusal.getMessage()), refusal);
        }
    }
}
