package org.tafsim.cli.league;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.scenario.PolicyCheck;
import org.tafsim.model.DecisionSpec;
import org.tafsim.model.FleetSpec;
import org.tafsim.model.PolicyChoice;
import org.tafsim.model.PolicyRole;
import org.tafsim.model.PolicySpec;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.external.ExternalPolicyType;
import org.tafsim.policy.PolicyType;
import org.tafsim.scenario.source.Suggestions;

/** Who plays: policies of one kind, with their default parameters. */
final class Entrants {

    /** Those that choose among replicas. */
    static final String ROUTING = "routing";

    /** Routes where those play that do not. */
    static final String ROUTER = "latency-greedy";

    /** Scales where those play that deploy. */
    static final String SCALER = "target-in-flight";

    /** Label of {@link #ROUTER} without one of the others. */
    private static final String NONE = "none";

    private final PolicySet there;

    /** Empty for those that route. */
    private final Optional<PolicyRole> role;

    /**
     * Of a kind.
     *
     * @throws InvalidInputException where there is no such kind
     */
    Entrants(PolicySet there, String kind) {
        this.there = there;
        role = Arrays.stream(PolicyRole.values())
                .filter(one -> one.word().equals(kind))
                .findFirst();
        if (role.isEmpty() && !kind.equals(ROUTING)) {
            throw new InvalidInputException("--kind: no %s policies play; expected one of routing, %s."
                    .formatted(
                            kind,
                            String.join(
                                    ", ",
                                    Arrays.stream(PolicyRole.values())
                                            .map(PolicyRole::word)
                                            .toList())));
        }
    }

    /**
     * Those of these names, or all where there are none.
     *
     * @param notes takes why some do not play
     * @throws InvalidInputException where one is not known, or none can play
     */
    List<PolicySpec> named(List<String> names, List<String> notes) {
        List<String> known = known();
        List<PolicySpec> entered = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        role.ifPresent(one -> entered.add(new PolicySpec(NONE, ROUTER, Map.of())));
        for (String name : new LinkedHashSet<>(names.isEmpty() ? decidingAlone(known) : names)) {
            if (known.contains(name.strip())) {
                entered.add(entrant(name.strip()));
            } else {
                problems.add("--policies: there is no policy '%s'.%s"
                        .formatted(
                                name,
                                Suggestions.maybe(name, known).map(" "::concat).orElse(" See: tafsim policies")));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(String.join("\n", problems));
        }
        return role.isPresent() ? entered : playing(entered, notes);
    }

    /** Those that decide by themselves. */
    private static List<String> decidingAlone(List<String> known) {
        return known.stream().filter(id -> !id.equals(ExternalPolicyType.ID)).toList();
    }

    private List<String> known() {
        return role.isPresent()
                ? there.all(PolicySet.kindOf(role.get())).stream()
                        .map(PolicyType::id)
                        .toList()
                : there.routing().stream().<String>map(PolicyType::id).toList();
    }

    private PolicySpec entrant(String id) {
        if (role.isEmpty()) {
            return new PolicySpec(id, id, Map.of());
        }
        Map<PolicyRole, PolicyChoice> others = new LinkedHashMap<>();
        others.put(role.get(), new PolicyChoice(id, Map.of()));
        if (role.get() == PolicyRole.DEPLOYMENT) {
            others.put(PolicyRole.SCALING, new PolicyChoice(SCALER, Map.of()));
        }
        return new PolicySpec(id, ROUTER, Map.of(), others, DecisionSpec.INSTANT, FleetSpec.USUAL);
    }

    /** Those that can be built without parameters. */
    private List<PolicySpec> playing(List<PolicySpec> entered, List<String> notes) {
        List<PolicySpec> playing = new ArrayList<>();
        for (PolicySpec policy : entered) {
            Optional<String> refusal = PolicyCheck.refusalOf(policy.type(), there);
            refusal.ifPresent(reason -> notes.add("%s: %s".formatted(policy.label(), reason)));
            if (refusal.isEmpty()) {
                playing.add(policy);
            }
        }
        if (playing.isEmpty()) {
            throw new InvalidInputException("no policy can play without parameters.\n" + String.join("\n", notes));
        }
        return playing;
    }
}
