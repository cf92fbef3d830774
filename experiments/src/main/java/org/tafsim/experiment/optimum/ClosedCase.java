package org.tafsim.experiment.optimum;

import java.util.List;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * A policy in a case that is closed: whoever comes after the time that counts is sent away, so that there are so many decisions and no more.
 *
 * @param inner decides until then
 * @param horizonNanos end of the time that counts (ns)
 */
public record ClosedCase(RoutingPolicyType inner, long horizonNanos) implements RoutingPolicyType {

    @Override
    public String id() {
        return inner.id();
    }

    @Override
    public String rule() {
        return inner.rule();
    }

    @Override
    public String source() {
        return inner.source();
    }

    @Override
    public List<String> parameterNames() {
        return inner.parameterNames();
    }

    @Override
    public RoutingPolicy create(PolicyContext context) {
        RoutingPolicy policy = inner.create(context);
        return new RoutingPolicy() {
            @Override
            public int route(RequestView request, CandidatesView candidates) {
                return request.nowNanos() >= horizonNanos ? REFUSE : policy.route(request, candidates);
            }

            @Override
            public List<String> refusalReasons() {
                return policy.refusalReasons();
            }

            @Override
            public void onOutcome(OutcomeView outcome) {
                policy.onOutcome(outcome);
            }
        };
    }
}
