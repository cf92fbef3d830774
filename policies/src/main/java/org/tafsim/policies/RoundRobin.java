package org.tafsim.policies;

import java.util.Arrays;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Each application goes round its replicas in scenario order. The turn is kept by replica, not by position among the
 * candidates, so that it stays fair where users of one application may go to different places.
 *
 * <p>Source: PureEdgeSim; the default of most load balancers.
 */
public final class RoundRobin implements RoutingPolicy {

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = ShippedType.plain(
            "round-robin",
            "Each application goes round its replicas in scenario order.",
            "PureEdgeSim",
            context -> new RoundRobin());

    private static final int NONE_YET = -1;

    private int[] lastReplica = {};

    private RoundRobin() {}

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int app = request.appIndex();
        remember(app);
        int chosen = firstAfter(lastReplica[app], candidates);
        lastReplica[app] = candidates.replicaIndex(chosen);
        return chosen;
    }

    private static int firstAfter(int replica, CandidatesView candidates) {
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            if (candidates.replicaIndex(candidate) > replica) {
                return candidate;
            }
        }
        return 0;
    }

    private void remember(int app) {
        int known = lastReplica.length;
        if (app >= known) {
            lastReplica = Arrays.copyOf(lastReplica, app + 1);
            Arrays.fill(lastReplica, known, app + 1, NONE_YET);
        }
    }
}
