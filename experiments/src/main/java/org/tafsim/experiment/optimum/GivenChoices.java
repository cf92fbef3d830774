package org.tafsim.experiment.optimum;

import java.util.List;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** Sends each request where it is told, and away where that is no candidate. */
final class GivenChoices implements RoutingPolicyType {

    /** Says where a request goes: the scenario index of a replica, or {@link RoutingPolicy#REFUSE}. */
    @FunctionalInterface
    interface Choice {
        int replica(RequestView request, CandidatesView candidates);
    }

    private final Choice choice;

    GivenChoices(Choice choice) {
        this.choice = choice;
    }

    @Override
    public String id() {
        return "given";
    }

    @Override
    public String rule() {
        return "As told.";
    }

    @Override
    public String source() {
        return "ours";
    }

    @Override
    public List<String> parameterNames() {
        return List.of();
    }

    @Override
    public RoutingPolicy create(PolicyContext context) {
        return (request, candidates) -> {
            int replica = choice.replica(request, candidates);
            for (int candidate = 0; replica >= 0 && candidate < candidates.size(); candidate++) {
                if (candidates.replicaIndex(candidate) == replica) {
                    return candidate;
                }
            }
            return RoutingPolicy.REFUSE;
        };
    }
}
