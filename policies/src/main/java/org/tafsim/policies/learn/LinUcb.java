package org.tafsim.policies.learn;

import java.util.Arrays;
import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policies.ShippedType;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicyType;

/**
 * LinUCB with a model for each arm: θᵀx + α·√(xᵀA⁻¹x), with x = (1, round trip, requests in flight, KV blocks in use, prompt length). Each
 * but the share of KV blocks is v/(v + s), so that it lies in [0, 1), with s 20 ms, 16 requests and 2,048 tokens (ours).
 *
 * <p>Source: L. Li, W. Chu, J. Langford and R. E. Schapire, "A contextual-bandit approach to personalized news article recommendation",
 * WWW 2010, with disjoint models.
 */
public final class LinUcb extends AbstractBandit {

    private static final String ID = "lin-ucb";
    private static final String ALPHA = "alpha";
    private static final int SIZE = 5;
    private static final double RTT_SECONDS = 0.02;
    private static final double REQUESTS = 16;
    private static final double TOKENS = 2048;

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = new ShippedType(
            ID,
            "Learns which site (arms) keeps promises (reward) at which RTT, load, KV use and prompt length.",
            "Li, Chu, Langford, Schapire 2010",
            List.of(ARMS, Reward.REWARD, ALPHA),
            LinUcb::new);

    private final double alpha;
    private final double[] x = new double[SIZE];
    private RidgeModel[] models = {};

    /** By replica. */
    private ContextQueue[] pending = {};

    private LinUcb(PolicyContext context) {
        super(ID, context);
        alpha = new Parameters(ID, context).number(ALPHA, "0.5", 0, 100);
    }

    @Override
    void grow(int arm) {
        super.grow(arm);
        if (arm >= models.length) {
            int known = models.length;
            models = Arrays.copyOf(models, 2 * arm + 4);
            for (int i = known; i < models.length; i++) {
                models[i] = new RidgeModel(SIZE);
            }
        }
    }

    @Override
    double index(int arm, RequestView request, CandidatesView candidates, int candidate) {
        see(request, candidates, candidate);
        return models[arm].mean(x) + alpha * Math.sqrt(models[arm].variance(x));
    }

    private void see(RequestView request, CandidatesView candidates, int candidate) {
        x[0] = 1;
        x[1] = within(candidates.roundTripSeconds(candidate), RTT_SECONDS);
        x[2] = within(candidates.inFlightRequests(candidate), REQUESTS);
        x[3] = candidates.kvUsedFraction(candidate);
        x[4] = within(request.promptTokens(), TOKENS);
    }

    private static double within(double value, double scale) {
        return value / (value + scale);
    }

    @Override
    void chosen(int arm, RequestView request, CandidatesView candidates, int candidate) {
        see(request, candidates, candidate);
        int replica = candidates.replicaIndex(candidate);
        if (replica >= pending.length) {
            int known = pending.length;
            pending = Arrays.copyOf(pending, 2 * replica + 4);
            for (int i = known; i < pending.length; i++) {
                pending[i] = new ContextQueue(SIZE);
            }
        }
        pending[replica].add(request, x);
    }

    @Override
    void learn(int arm, OutcomeView outcome, double worth) {
        if (outcome.replicaIndex() < pending.length) {
            ContextQueue queue = pending[outcome.replicaIndex()];
            int offset = queue.take(outcome);
            if (offset >= 0) {
                models[arm].learn(queue.rows(), offset, worth);
            }
        }
    }
}
