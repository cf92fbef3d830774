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
 * Refuses where every candidate is saturated: more than so many requests wait at it, or more than a share of its KV blocks is in use. It
 * may let in those of high priority all the same.
 *
 * <p>Source: the saturation detector of the Gateway API inference extension, whose figures are its defaults, and its sheddable requests.
 */
public final class Saturation implements AdmissionPolicy {

    private static final String QUEUE_ID = "queue-limit";
    private static final String SHED_ID = "shed";
    private static final String WAITING = "waiting";
    private static final String KV = "kv";
    private static final String KEEP = "keep";

    /** Of all requests. */
    public static final AdmissionPolicyType QUEUE_LIMIT = new AdmissionType(
            QUEUE_ID,
            "Not where at every candidate over 5 (waiting) wait, or over 80 % (kv) of the KV blocks are in use.",
            "Gateway API inference extension, saturation detector",
            List.of(WAITING, KV),
            context -> new Saturation(QUEUE_ID, context, Integer.MIN_VALUE));

    /** Of those of low priority. */
    public static final AdmissionPolicyType SHED = new AdmissionType(
            SHED_ID,
            "As queue-limit, but only requests of a priority number over 0 (keep) are sent away.",
            "Gateway API inference extension, sheddable requests",
            List.of(WAITING, KV, KEEP),
            context -> new Saturation(
                    SHED_ID, context, (int) new Parameters(SHED_ID, context).number(KEEP, "0", -1e6, 1e6)));

    private final double mostWaiting;
    private final double mostKv;
    private final int keep;
    private final String reason;

    private Saturation(String id, PolicyContext context, int keep) {
        Parameters parameters = new Parameters(id, context);
        mostWaiting = parameters.number(WAITING, "5", 0, 1e9);
        mostKv = parameters.share(KV, "80 %");
        this.keep = keep;
        reason = id.equals(SHED_ID) ? "shed" : "saturated";
    }

    @Override
    public List<String> refusalReasons() {
        return List.of(reason);
    }

    @Override
    public int admit(RequestView request, CandidatesView candidates) {
        if (request.app().requestTerms().priority() <= keep) {
            return ADMIT;
        }
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.waitingRequests(i) <= mostWaiting && candidates.kvUsedFraction(i) <= mostKv) {
                return ADMIT;
            }
        }
        return RoutingPolicy.REFUSE;
    }
}
