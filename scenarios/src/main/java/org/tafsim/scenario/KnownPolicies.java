package org.tafsim.scenario;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.policy.RoutingPolicyType;

/** The policies a scenario may name. This module knows none of them: who reads a scenario says which there are. */
public final class KnownPolicies {

    private final Map<String, Optional<List<String>>> parametersById;

    private KnownPolicies(Map<String, Optional<List<String>>> parametersById) {
        this.parametersById = parametersById;
    }

    /** Policies of these types, with the parameters they take. */
    public static KnownPolicies of(Collection<? extends RoutingPolicyType> types) {
        Map<String, Optional<List<String>>> known = new LinkedHashMap<>();
        types.forEach(type -> known.put(type.id(), Optional.of(List.copyOf(type.parameterNames()))));
        return new KnownPolicies(known);
    }

    /** Policies of these ids, with any parameters. */
    public static KnownPolicies ofIds(Collection<String> ids) {
        Map<String, Optional<List<String>>> known = new LinkedHashMap<>();
        ids.forEach(id -> known.put(id, Optional.empty()));
        return new KnownPolicies(known);
    }

    Set<String> ids() {
        return parametersById.keySet();
    }

    /** The parameters a policy takes; empty where that is not known. */
    Optional<List<String>> findParameters(String id) {
        return parametersById.getOrDefault(id, Optional.empty());
    }
}
