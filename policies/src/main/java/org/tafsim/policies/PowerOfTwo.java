package org.tafsim.policies;

import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import umontreal.ssj.rng.RandomStream;

/**
 * Two different candidates at random, from the stream {@code choice}; of the two the one with fewer requests in flight, of
 * equals the one drawn first. Nearly as good as {@link LeastLoaded} for two questions instead of one per replica, and better
 * where what it is told is old.
 *
 * <p>Source: M. Mitzenmacher, "The power of two choices in randomized load balancing", IEEE Transactions on Parallel and
 * Distributed Systems 12(10), 2001.
 */
public final class PowerOfTwo implements RoutingPolicy {

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = ShippedType.plain(
            "power-of-two",
            "Two candidates at random; of the two the fewer requests in flight.",
            "Mitzenmacher 2001",
            context -> new PowerOfTwo(context.stream("choice")));

    private final RandomStream stream;

    private PowerOfTwo(RandomStream stream) {
        this.stream = stream;
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int size = candidates.size();
        int first = stream.nextInt(0, size - 1);
        if (size == 1) {
            return first;
        }
        int drawn = stream.nextInt(0, size - 2);
        int second = drawn < first ? drawn : drawn + 1; // skips the first
        return candidates.inFlightRequests(second) < candidates.inFlightRequests(first) ? second : first;
    }
}
