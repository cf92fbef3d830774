package org.tafsim.policies;

import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * The candidate of least round trip. Replicas of one site are equally near: of these the one with the fewest requests in
 * flight, then the first in scenario order. Load elsewhere does not count.
 *
 * <p>Source: the usual baseline of the edge literature; what Simple Edge Discovery of GSMA Open Gateway (CAMARA) answers:
 * the zone of the shortest network path, not of the shortest distance.
 */
public final class Nearest implements RoutingPolicy {

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = ShippedType.plain(
            "nearest",
            "Least round trip; within a site the fewest requests in flight.",
            "CAMARA Simple Edge Discovery",
            context -> new Nearest());

    private Nearest() {}

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int best = REFUSE;
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            if (best == REFUSE || isNearer(candidates, candidate, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static boolean isNearer(CandidatesView candidates, int candidate, int other) {
        int order = Double.compare(candidates.roundTripSeconds(candidate), candidates.roundTripSeconds(other));
        return order < 0 || (order == 0 && candidates.inFlightRequests(candidate) < candidates.inFlightRequests(other));
    }
}
