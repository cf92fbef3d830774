package org.tafsim.plugins;

import org.tafsim.model.PolicySpec;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Routes by policies of this process.
 *
 * @param policies there are
 */
public record PolicyRouting(PolicySet policies) implements RunRouting {

    @Override
    public Opened open(PolicySpec policy, int replication) {
        return new OfThisProcess(policies.routing(policy.type()).orElseThrow());
    }

    private record OfThisProcess(RoutingPolicyType type) implements Opened {
        @Override
        public void close() {
            // nothing of it outlives the run
        }
    }
}
