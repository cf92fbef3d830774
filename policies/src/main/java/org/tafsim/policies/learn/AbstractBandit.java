package org.tafsim.policies.learn;

import java.util.Arrays;
import java.util.List;
import org.tafsim.policies.Domains;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

/**
 * Chooses the arm of highest index, and of its replicas among the candidates the fewest in flight; of equals the first in scenario
 * order. One learner for all applications. An arm that was never tried comes first.
 *
 * <p>Outcomes come late. An arm counts as tried from the decision on, and its mean is of what has ended.
 */
abstract class AbstractBandit implements RoutingPolicy {

    static final String ARMS = "arms";
    static final List<String> SHARED = List.of(ARMS, Reward.REWARD);

    /** Index of an arm never tried. */
    static final double UNTRIED = Double.POSITIVE_INFINITY;

    private final Domains arms;
    private final Reward reward;

    /** By arm. */
    private long[] tries = {};

    /** By arm: outcomes, and what they paid. */
    private long[] outcomes = {};

    private double[] paid = {};
    private long allTries;

    AbstractBandit(String id, PolicyContext context) {
        Parameters parameters = new Parameters(id, context);
        arms = new Domains(parameters.parsed(ARMS, "site", Domains.Kind::of));
        reward = Reward.of(parameters);
    }

    @Override
    public final int route(RequestView request, CandidatesView candidates) {
        begin(request);
        int best = REFUSE;
        int bestArm = REFUSE;
        double most = 0;
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            int arm = arms.of(candidates, candidate);
            grow(arm);
            double index = index(arm, request, candidates, candidate);
            boolean isLighter = arm == bestArm
                    && index >= most
                    && candidates.inFlightRequests(candidate) < candidates.inFlightRequests(best);
            if (best == REFUSE || index > most || isLighter) {
                best = candidate;
                bestArm = arm;
                most = index;
            }
        }
        tries[bestArm]++;
        allTries++;
        chosen(bestArm, request, candidates, best);
        return best;
    }

    @Override
    public final void onOutcome(OutcomeView outcome) {
        int arm = arms.ofReplica(outcome.replicaIndex());
        if (arm < 0 || arm >= tries.length) {
            return; // sent there by no decision of this policy, as a session that keeps its replica
        }
        double worth = reward.of(outcome);
        outcomes[arm]++;
        paid[arm] += worth;
        learn(arm, outcome, worth);
    }

    /** Before the candidates of a request are looked at. */
    void begin(RequestView request) {}

    /** What an arm is worth trying; {@link #UNTRIED} where it never was. */
    abstract double index(int arm, RequestView request, CandidatesView candidates, int candidate);

    /** What was chosen. */
    void chosen(int arm, RequestView request, CandidatesView candidates, int candidate) {}

    /** What it paid, in [0, 1]. */
    void learn(int arm, OutcomeView outcome, double worth) {}

    /** Makes room for an arm. */
    void grow(int arm) {
        if (arm >= tries.length) {
            int size = 2 * arm + 4;
            tries = Arrays.copyOf(tries, size);
            outcomes = Arrays.copyOf(outcomes, size);
            paid = Arrays.copyOf(paid, size);
        }
    }

    final long tries(int arm) {
        return tries[arm];
    }

    final long allTries() {
        return allTries;
    }

    final double paid(int arm) {
        return paid[arm];
    }

    final double unpaid(int arm) {
        return outcomes[arm] - paid[arm];
    }

    /** Mean of what has ended; a half until something has. */
    final double mean(int arm) {
        return outcomes[arm] == 0 ? 0.5 : paid[arm] / outcomes[arm];
    }
}
