package org.tafsim.policies.admission;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.policy.AdmissionPolicyType;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

/**
 * Refuses what no candidate would serve in time: where the least predicted time to first token is over the promised one times a factor.
 * What was promised nothing is let in.
 *
 * <p>Source: early rejection by predicted load, Mooncake (Qin et al., FAST 2025), on the prediction of llm-d's latency scorer.
 */
public final class SloGuard implements AdmissionPolicy {

    private static final String ID = "slo-guard";
    private static final String FACTOR = "factor";
    private static final double NANOS = 1e9;

    /** What it is called and how it is built. */
    public static final AdmissionPolicyType TYPE = new AdmissionType(
            ID,
            "Not where the least predicted TTFT is over the promised one (times factor, 1).",
            "early rejection, Mooncake (Qin et al. 2025)",
            List.of(FACTOR),
            SloGuard::new);

    private final double factor;

    private SloGuard(PolicyContext context) {
        factor = new Parameters(ID, context).number(FACTOR, "1", 0.01, 1000);
    }

    @Override
    public List<String> refusalReasons() {
        return List.of("misses-slo");
    }

    @Override
    public int admit(RequestView request, CandidatesView candidates) {
        long promised = request.app().slo().timeToFirstTokenNanos().orElse(Long.MAX_VALUE);
        double most = factor * promised / NANOS;
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.predictedTtftSeconds(i, request.promptTokens()) <= most) {
                return ADMIT;
            }
        }
        return RoutingPolicy.REFUSE;
    }
}
