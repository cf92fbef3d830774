package org.tafsim.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A policy to run the scenario under: the one that routes, and others that stand by it.
 *
 * @param label how results name it, unique in the scenario
 * @param type id of the policy that routes, e.g. {@code nearest}
 * @param parameters its settings, as text
 * @param others policies of other roles
 * @param decision what it takes to route a request
 * @param fleet what scaling may do
 */
public record PolicySpec(
        String label,
        String type,
        Map<String, String> parameters,
        Map<PolicyRole, PolicyChoice> others,
        DecisionSpec decision,
        FleetSpec fleet) {

    /** Copies; parameters keep alphabetic order. */
    public PolicySpec {
        Require.name(label, "Policy");
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
        Map<PolicyRole, PolicyChoice> sorted = new EnumMap<>(PolicyRole.class);
        sorted.putAll(others);
        others = Collections.unmodifiableMap(sorted);
        if (others.containsKey(PolicyRole.DEPLOYMENT) && !others.containsKey(PolicyRole.SCALING)) {
            throw new IllegalArgumentException(
                    "Policy %s says which replicas are on, but not how many. Maybe add scaling.".formatted(label));
        }
    }

    /** One that routes, at once, and has no others. */
    public PolicySpec(String label, String type, Map<String, String> parameters) {
        this(label, type, parameters, Map.of(), DecisionSpec.INSTANT, FleetSpec.USUAL);
    }

    /** The policy of another role, where there is one. */
    public Optional<PolicyChoice> other(PolicyRole role) {
        return Optional.ofNullable(others.get(role));
    }
}
