package org.tafsim.policies.admission;

import java.util.Arrays;
import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.policy.AdmissionPolicyType;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

/**
 * Each application has a bucket that fills at a rate up to a depth; a request takes one token, and is refused where there is none.
 *
 * <p>Source: the token bucket of RFC 2697 with one rate, in requests.
 */
public final class TokenBucket implements AdmissionPolicy {

    private static final String ID = "token-bucket";
    private static final String RATE = "rate";
    private static final String BURST = "burst";
    private static final double NANOS = 1e9;

    /** What it is called and how it is built. */
    public static final AdmissionPolicyType TYPE = new AdmissionType(
            ID,
            "Each application may send 10 (rate) requests a second, and 20 (burst) at once.",
            "token bucket, RFC 2697",
            List.of(RATE, BURST),
            TokenBucket::new);

    private final double perNano;
    private final double depth;

    /** By application. */
    private double[] tokens = {};

    private long[] filledNanos = {};

    private TokenBucket(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        perNano = parameters.number(RATE, "10", 0, 1e9) / NANOS;
        depth = parameters.number(BURST, "20", 1, 1e9);
    }

    @Override
    public List<String> refusalReasons() {
        return List.of("over-rate");
    }

    @Override
    public int admit(RequestView request, CandidatesView candidates) {
        int app = request.appIndex();
        grow(app);
        long now = request.nowNanos();
        tokens[app] = Math.min(depth, tokens[app] + perNano * (now - filledNanos[app]));
        filledNanos[app] = now;
        if (tokens[app] < 1) {
            return RoutingPolicy.REFUSE;
        }
        tokens[app]--;
        return ADMIT;
    }

    private void grow(int app) {
        int known = tokens.length;
        if (app >= known) {
            tokens = Arrays.copyOf(tokens, app + 1);
            filledNanos = Arrays.copyOf(filledNanos, app + 1);
            Arrays.fill(tokens, known, app + 1, depth);
        }
    }
}
