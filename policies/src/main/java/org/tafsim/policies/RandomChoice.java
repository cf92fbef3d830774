package org.tafsim.policies;

import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import umontreal.ssj.rng.RandomStream;

/**
 * Any candidate, each with the same chance, from the stream {@code choice}.
 *
 * <p>Source: EdgeCloudSim and CloudSim Plus ("random fit"); the zero of every comparison.
 */
public final class RandomChoice implements RoutingPolicy {

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = ShippedType.plain(
            "random",
            "Any candidate, each with the same chance.",
            "EdgeCloudSim, CloudSim Plus",
            context -> new RandomChoice(context.stream("choice")));

    private final RandomStream stream;

    private RandomChoice(RandomStream stream) {
        this.stream = stream;
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        return stream.nextInt(0, candidates.size() - 1);
    }
}
