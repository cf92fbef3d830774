package org.tafsim.policies;

import java.util.List;
import java.util.Optional;
import org.tafsim.policy.RoutingPolicyType;

/** The policies of this module. */
public final class ShippedPolicies {

    /** From the baselines to the ones that know the law: the order to show them in. */
    private static final List<RoutingPolicyType> ALL = List.of(
            TierOnly.CLOUD_ONLY,
            TierOnly.EDGE_ONLY,
            Nearest.TYPE,
            RoundRobin.TYPE,
            RandomChoice.TYPE,
            LeastLoaded.TYPE,
            PowerOfTwo.TYPE,
            LatencyGreedy.TYPE,
            SovereignStrict.TYPE,
            SovereignSoft.TYPE,
            FilterRank.TYPE,
            SessionAffinity.TYPE);

    private ShippedPolicies() {}

    /** All of them, in the order to show them. */
    public static List<RoutingPolicyType> all() {
        return ALL;
    }

    /** The one of this id. */
    public static Optional<RoutingPolicyType> find(String id) {
        return ALL.stream().filter(type -> type.id().equals(id)).findFirst();
    }
}
