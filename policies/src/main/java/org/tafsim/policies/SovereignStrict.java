package org.tafsim.policies;

import java.util.List;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Only candidates that break no rule in audit mode; of these the one of least predicted time to first token. Refuses where
 * there is none. A rule whose facts are missing counts as broken.
 *
 * <p>Under rules that are all enforced it is {@link LatencyGreedy}. Source: ours; no simulator we found ships it.
 */
public final class SovereignStrict extends AbstractLeastScore {

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = ShippedType.plain(
            "sovereign-strict",
            "Only where no audited rule is broken; of these the least predicted time to first token; else refuse.",
            "tafsim",
            context -> new SovereignStrict());

    private SovereignStrict() {}

    @Override
    public List<String> refusalReasons() {
        return List.of("breaks-rules");
    }

    @Override
    double score(RequestView request, CandidatesView candidates, int candidate) {
        return candidates.brokenRules(candidate) == 0
                ? candidates.predictedTtftSeconds(candidate, request.promptTokens())
                : OUT;
    }
}
