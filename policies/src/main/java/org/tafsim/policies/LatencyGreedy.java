package org.tafsim.policies;

import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicyType;

/**
 * The candidate of least predicted time to first token: round trip, prefill of what waits there, own prefill. Weighs distance
 * against load and asks nothing else.
 *
 * <p>Source: the latency scorer of the llm-d inference router, extended by the network; greedy, so that with old telemetry
 * many requests may pick the same replica at once.
 */
public final class LatencyGreedy extends AbstractLeastScore {

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = ShippedType.plain(
            "latency-greedy",
            "Least predicted time to first token, network and queue together.",
            "llm-d latency scorer",
            context -> new LatencyGreedy());

    private LatencyGreedy() {}

    @Override
    double score(RequestView request, CandidatesView candidates, int candidate) {
        return candidates.predictedTtftSeconds(candidate, request.promptTokens());
    }
}
