package org.tafsim.policies;

import java.util.List;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Least predicted time to first token plus a penalty for each rule in audit mode that would be broken. The penalty is what
 * one breach is worth in waiting: 0 is {@link LatencyGreedy}, a very large one {@link SovereignStrict} that never refuses.
 *
 * <p>Source: ours, after the soft constraints (preferred affinity) of the Kubernetes scheduler.
 */
public final class SovereignSoft extends AbstractLeastScore {

    private static final String ID = "sovereign-soft";
    private static final String PENALTY = "penalty";

    /** An interactive user notices 200 ms; so much shall a breach cost unless the scenario says otherwise. */
    private static final String DEFAULT_PENALTY = "200 ms";

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = new ShippedType(
            ID,
            "Least predicted time to first token plus a penalty for each audited rule broken (default 200 ms).",
            "tafsim, after preferred affinity in Kubernetes",
            List.of(PENALTY),
            SovereignSoft::new);

    private final double penaltySeconds;

    private SovereignSoft(PolicyContext context) {
        penaltySeconds = new Parameters(ID, context).seconds(PENALTY, DEFAULT_PENALTY);
    }

    @Override
    double score(RequestView request, CandidatesView candidates, int candidate) {
        return candidates.predictedTtftSeconds(candidate, request.promptTokens())
                + penaltySeconds * candidates.brokenRules(candidate);
    }
}
