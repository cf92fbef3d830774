package org.tafsim.policies;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tafsim.model.Tier;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicyType;

/**
 * The two baselines of every edge study: only candidates of certain tiers, of these the one of least predicted time to first
 * token. Refuses where there is none, rather than quietly being another policy.
 *
 * <p>Within the tiers it is as clever as {@link LatencyGreedy}, so that a comparison shows what the other tiers are worth and
 * not how poor the baseline is.
 *
 * <p>Source: the cloud-only and edge-only placements of iFogSim (Gupta et al., Software: Practice and Experience 47(9), 2017)
 * and PureEdgeSim.
 */
public final class TierOnly extends AbstractLeastScore {

    /** Cloud regions only. */
    public static final RoutingPolicyType CLOUD_ONLY = ShippedType.plain(
            "cloud-only",
            "Cloud regions only; of these the least predicted time to first token.",
            "Baseline of iFogSim and PureEdgeSim",
            context -> new TierOnly(EnumSet.of(Tier.CLOUD), "no-cloud"));

    /** Far edge and near edge only. */
    public static final RoutingPolicyType EDGE_ONLY = ShippedType.plain(
            "edge-only",
            "Far edge and near edge only; of these the least predicted time to first token.",
            "Baseline of iFogSim and PureEdgeSim",
            context -> new TierOnly(EnumSet.of(Tier.FAR_EDGE, Tier.NEAR_EDGE), "no-edge"));

    private final Set<Tier> tiers;
    private final String refusal;

    private TierOnly(Set<Tier> tiers, String refusal) {
        this.tiers = tiers;
        this.refusal = refusal;
    }

    @Override
    public List<String> refusalReasons() {
        return List.of(refusal);
    }

    @Override
    double score(RequestView request, CandidatesView candidates, int candidate) {
        return tiers.contains(candidates.site(candidate).tier())
                ? candidates.predictedTtftSeconds(candidate, request.promptTokens())
                : OUT;
    }
}
