package org.tafsim.policies.external;

import java.util.List;
import java.util.Optional;
import org.tafsim.policies.Parameters;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.units.DurationText;

/**
 * How to run a program that decides.
 *
 * @param command program and arguments
 * @param timeoutNanos longest time that it may take to decide (ns, wall time)
 * @param startNanos longest time that it may take to say that it is ready (ns, wall time)
 * @param fallback decides where the program has failed; where empty, the run ends
 * @param tellsOutcomes whether it is told how requests ended, if it wants to know
 */
public record ExternalSettings(
        List<String> command,
        long timeoutNanos,
        long startNanos,
        Optional<RoutingPolicyType> fallback,
        boolean tellsOutcomes) {

    static final String COMMAND = "command";
    static final String TIMEOUT = "timeout";
    static final String START_TIMEOUT = "start-timeout";
    static final String ON_FAILURE = "on-failure";
    static final String OUTCOMES = "outcomes";

    /** Free text for the program. */
    static final String SETTINGS = "settings";

    static final List<String> NAMES = List.of(COMMAND, TIMEOUT, START_TIMEOUT, ON_FAILURE, OUTCOMES, SETTINGS);

    private static final String STOP = "stop";

    /** Copies. */
    public ExternalSettings {
        command = List.copyOf(command);
    }

    /**
     * Of what a scenario states.
     *
     * @throws IllegalArgumentException when a parameter is missing or out of range; the message names it
     */
    public static ExternalSettings of(PolicyContext context) {
        Parameters parameters = new Parameters(ExternalPolicyType.ID, context);
        return new ExternalSettings(
                parameters.parsed(COMMAND, "", CommandWords::of),
                parameters.parsed(TIMEOUT, "10 s", ExternalSettings::positiveNanos),
                parameters.parsed(START_TIMEOUT, "30 s", ExternalSettings::positiveNanos),
                parameters.parsed(ON_FAILURE, STOP, ExternalSettings::fallback),
                parameters.parsed(OUTCOMES, "true", ExternalSettings::yesOrNo));
    }

    private static long positiveNanos(String text) {
        long nanos = DurationText.nanos(text);
        if (nanos <= 0) {
            throw new IllegalArgumentException("\"%s\" must be more than 0.".formatted(text));
        }
        return nanos;
    }

    private static Optional<RoutingPolicyType> fallback(String text) {
        if (text.equals(STOP)) {
            return Optional.empty();
        }
        return Optional.of(ShippedPolicies.find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"%s\" is no shipped policy. Expected stop, or one that `tafsim policies` lists."
                                .formatted(text))));
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("\"%s\" must be true or false.".formatted(text));
        };
    }
}
