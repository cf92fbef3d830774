package org.tafsim.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.PolicyRole;
import org.tafsim.policy.AdmissionPolicyType;
import org.tafsim.policy.DeploymentPolicyType;
import org.tafsim.policy.EvictionPolicyType;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.OrderPolicyType;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.PolicyTypes;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.policy.ScalingPolicyType;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Suggestions;

/** The policies a scenario may name. This module knows none of them: who reads a scenario says which there are. */
public final class KnownPolicies {

    /** By kind. */
    private final Map<Class<?>, Kind> kinds;

    private KnownPolicies(Map<Class<?>, Kind> kinds) {
        this.kinds = kinds;
    }

    /** Policies of these types, with the parameters they take. */
    public static KnownPolicies of(PolicyTypes types) {
        Map<Class<?>, Kind> kinds = new LinkedHashMap<>();
        kinds.put(RoutingPolicyType.class, Kind.of(types.all(RoutingPolicyType.class)));
        kinds.put(AdmissionPolicyType.class, Kind.of(types.all(AdmissionPolicyType.class)));
        kinds.put(OrderPolicyType.class, Kind.of(types.all(OrderPolicyType.class)));
        kinds.put(EvictionPolicyType.class, Kind.of(types.all(EvictionPolicyType.class)));
        kinds.put(ScalingPolicyType.class, Kind.of(types.all(ScalingPolicyType.class)));
        kinds.put(DeploymentPolicyType.class, Kind.of(types.all(DeploymentPolicyType.class)));
        kinds.put(HarvestPolicyType.class, Kind.of(types.all(HarvestPolicyType.class)));
        return new KnownPolicies(kinds);
    }

    /** These, and those of a kind of other ids with any parameters. */
    public KnownPolicies alsoIds(Class<? extends PolicyType<?>> kind, Collection<String> more) {
        Map<Class<?>, Kind> all = new LinkedHashMap<>(kinds);
        all.put(kind, kind(kind).alsoIds(more));
        return new KnownPolicies(all);
    }

    /** Policies that choose among replicas. */
    Kind routing() {
        return kind(RoutingPolicyType.class);
    }

    /** Policies that say what layer 1 leaves to AI. */
    Kind harvest() {
        return kind(HarvestPolicyType.class);
    }

    /** Policies of a role beside those that route. */
    Kind of(PolicyRole role) {
        return switch (role) {
            case ADMISSION -> kind(AdmissionPolicyType.class);
            case ORDER -> kind(OrderPolicyType.class);
            case EVICTION -> kind(EvictionPolicyType.class);
            case SCALING -> kind(ScalingPolicyType.class);
            case DEPLOYMENT -> kind(DeploymentPolicyType.class);
        };
    }

    private Kind kind(Class<? extends PolicyType<?>> kind) {
        return kinds.getOrDefault(kind, new Kind(Map.of()));
    }

    /** The policies of a kind, each with its parameters where they are known. */
    record Kind(Map<String, Optional<List<String>>> parametersById) {

        static Kind of(Collection<? extends PolicyType<?>> types) {
            Map<String, Optional<List<String>>> known = new LinkedHashMap<>();
            types.forEach(type -> known.put(type.id(), Optional.of(List.copyOf(type.parameterNames()))));
            return new Kind(known);
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
