package org.tafsim.policies;

import java.util.List;
import java.util.Optional;
import org.tafsim.policies.learn.LinUcb;
import org.tafsim.policies.learn.Thompson;
import org.tafsim.policies.learn.UpperConfidenceRoute;
import org.tafsim.policies.score.Score;
import org.tafsim.policies.score.ScorePresets;
import org.tafsim.policy.RoutingPolicyType;

/** The policies of this module. */
public final class ShippedPolicies {

    /** From the baselines to the ones that know the law, then those of other systems, then those that learn: the order to show them in. */
    private static final List<RoutingPolicyType> ALL = List.of(
            TierOnly.CLOUD_ONLY,
            TierOnly.EDGE_ONLY,
            Nearest.TYPE,
            RoundRobin.TYPE,
            RandomChoice.TYPE,
            LeastLoaded.TYPE,
            PowerOfTwo.TYPE,
            LatencyGreedy.TYPE,
            LongestFirst.TYPE,
            SovereignStrict.TYPE,
            SovereignSoft.TYPE,
            FilterRank.TYPE,
            SessionAffinity.TYPE,
            Score.TYPE,
            PowerOfD.TYPE,
            WeightedRoundRobin.TYPE,
            Packing.PACKING,
            Packing.STRIPING,
            Packing.LOAD_AWARE,
            Packing.LEAST_ALLOCATED,
            Packing.MOST_ALLOCATED,
            Packing.REQUESTED_TO_CAPACITY,
            Packing.FIRST_FIT,
            Packing.BEST_FIT,
            Packing.WORST_FIT,
            Packing.NEXT_FIT,
            ScorePresets.TOPOLOGY_SPREAD,
            ScorePresets.QUEUE,
            ScorePresets.TOKEN_LOAD,
            ScorePresets.KV_USE,
            ScorePresets.SLO_HEADROOM,
            ScorePresets.TRADE_OFF,
            ScorePresets.PREFIX_AFFINITY,
            ScorePresets.NO_HIT_LRU,
            ScorePresets.BY_AVAILABLE,
            ScorePresets.FUZZY,
            ScorePresets.JURISDICTION_FIRST,
            Bounded.EDGE_WARD,
            Bounded.EAS_DISCOVERY,
            Bounded.LOWEST_CARBON,
            Bounded.CHEAPEST_LAWFUL,
            Bounded.CONTEXT_LENGTH,
            UpperConfidenceRoute.TYPE,
            Thompson.TYPE,
            LinUcb.TYPE);

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
