package org.tafsim.policies;

import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

/**
 * Keeps to the replica chosen last while it has room, then goes round from it to the next that has. Where none has room, the fewest in
 * flight, of equals the first from there.
 *
 * <p>Source: D. S. Johnson, "Near-optimal bin packing algorithms", MIT 1973; cyclic, as VmAllocationPolicyRoundRobin of CloudSim Plus.
 */
final class NextFit implements RoutingPolicy {

    private final double mostKv;
    private final Room room = new Room();
    private int last;

    private NextFit(double mostKv) {
        this.mostKv = mostKv;
    }

    static RoutingPolicy of(double mostKv) {
        return new NextFit(mostKv);
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int start = firstFrom(last, candidates);
        int fewest = start;
        for (int k = 0; k < candidates.size(); k++) {
            int candidate = (start + k) % candidates.size();
            if (room.isThere(candidates, candidate, mostKv)) {
                return chosen(candidate, candidates);
            }
            if (candidates.inFlightRequests(candidate) < candidates.inFlightRequests(fewest)) {
                fewest = candidate;
            }
        }
        return chosen(fewest, candidates);
    }

    private int chosen(int candidate, CandidatesView candidates) {
        last = candidates.replicaIndex(candidate);
        return candidate;
    }

    private static int firstFrom(int replica, CandidatesView candidates) {
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            if (candidates.replicaIndex(candidate) >= replica) {
                return candidate;
            }
        }
        return 0;
    }
}
