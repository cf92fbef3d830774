package org.tafsim.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Suggestions;

/** The policies a scenario may name. This module knows none of them: who reads a scenario says which there are. */
public final class KnownPolicies {

    private final Kind routing;
    private final Kind harvest;

    private KnownPolicies(Kind routing, Kind harvest) {
        this.routing = routing;
        this.harvest = harvest;
    }

    /** Routing policies of these types, with the parameters they take; no harvest policy. */
    public static KnownPolicies of(Collection<? extends RoutingPolicyType> routing) {
        return of(routing, List.of());
    }

    /** Policies of these types, with the parameters they take. */
    public static KnownPolicies of(
            Collection<? extends RoutingPolicyType> routing, Collection<? extends HarvestPolicyType> harvest) {
        return new KnownPolicies(Kind.of(routing), Kind.of(harvest));
    }

    /** Routing policies of these ids, with any parameters; no harvest policy. */
    public static KnownPolicies ofIds(Collection<String> ids) {
        return ofIds(ids, List.of());
    }

    /** Policies of these ids, with any parameters. */
    public static KnownPolicies ofIds(Collection<String> routing, Collection<String> harvest) {
        return new KnownPolicies(Kind.ofIds(routing), Kind.ofIds(harvest));
    }

    /** These, and those of other ids with any parameters. */
    public KnownPolicies alsoIds(Collection<String> moreRouting, Collection<String> moreHarvest) {
        return new KnownPolicies(routing.alsoIds(moreRouting), harvest.alsoIds(moreHarvest));
    }

    /** Policies that choose among replicas. */
    Kind routing() {
        return routing;
    }

    /** Policies that say what layer 1 leaves to AI. */
    Kind harvest() {
        return harvest;
    }

    /** The policies of a kind, each with its parameters where they are known. */
    record Kind(Map<String, Optional<List<String>>> parametersById) {

        static Kind of(Collection<? extends PolicyType<?>> types) {
            Map<String, Optional<List<String>>> known = new LinkedHashMap<>();
            types.forEach(type -> known.put(type.id(), Optional.of(List.copyOf(type.parameterNames()))));
            return new Kind(known);
        }

        static Kind ofIds(Collection<String> ids) {
            return new Kind(Map.of()).alsoIds(ids);
        }

        Kind alsoIds(Collection<String> ids) {
            Map<String, Optional<List<String>>> known = new LinkedHashMap<>(parametersById);
            ids.forEach(id -> known.putIfAbsent(id, Optional.empty()));
            return new Kind(known);
        }

        Set<String> ids() {
            return parametersById.keySet();
        }

        /** The settings under {@code parameters} of a policy; names that it does not take are problems. */
        Map<String, String> parameters(String id, Keys policy, Problems problems) {
            Map<String, String> parameters = policy.map("parameters", Format.TEXT);
            Optional<List<String>> known = parametersById.getOrDefault(id, Optional.empty());
            policy.places("parameters").forEach((name, at) -> {
                if (known.isPresent() && !known.get().contains(name)) {
                    problems.report(
                            at,
                            "the policy %s has no parameter '%s'.".formatted(id, name),
                            Suggestions.maybe(name, known.get()));
                }
            });
            return parameters;
        }
    }
}
