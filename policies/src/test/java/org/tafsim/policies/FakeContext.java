package org.tafsim.policies;

import java.util.Map;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import umontreal.ssj.rng.RandomStream;

/** Builds policies with given parameters and a given seed. */
record FakeContext(Map<String, String> parameters, long seed) implements PolicyContext {

    /** The shipped policy of this id, without parameters. */
    static RoutingPolicy policy(String id) {
        return policy(id, Map.of());
    }

    /** The shipped policy of this id, with these parameters. */
    static RoutingPolicy policy(String id, Map<String, String> parameters) {
        return ShippedPolicies.find(id).orElseThrow().create(new FakeContext(parameters, 0));
    }

    @Override
    public RandomStream stream(String name) {
        return new RandomStreams(seed, 0).stream(name);
    }
}
