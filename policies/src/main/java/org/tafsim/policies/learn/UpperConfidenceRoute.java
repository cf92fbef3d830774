package org.tafsim.policies.learn;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policies.ShippedType;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicyType;

/**
 * UCB1: mean reward + c·√(2 ln N / n), of N decisions n for the arm.
 *
 * <p>Source: P. Auer, N. Cesa-Bianchi and P. Fischer, "Finite-time analysis of the multiarmed bandit problem", Machine Learning 47, 2002,
 * with a weight c on the bonus, 1 as published.
 */
public final class UpperConfidenceRoute extends AbstractBandit {

    private static final String ID = "ucb1";
    private static final String EXPLORATION = "exploration";

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = new ShippedType(
            ID,
            "Learns which site (arms) keeps promises (reward): highest mean and bonus for the seldom tried.",
            "Auer, Cesa-Bianchi, Fischer 2002",
            List.of(ARMS, Reward.REWARD, EXPLORATION),
            UpperConfidenceRoute::new);

    private final double exploration;
    private double bonus;

    private UpperConfidenceRoute(PolicyContext context) {
        super(ID, context);
        exploration = new Parameters(ID, context).number(EXPLORATION, "1", 0, 100);
    }

    @Override
    void begin(RequestView request) {
        bonus = 2 * StrictMath.log((double) Math.max(1, allTries()));
    }

    @Override
    double index(int arm, RequestView request, CandidatesView candidates, int candidate) {
        return tries(arm) == 0 ? UNTRIED : mean(arm) + exploration * Math.sqrt(bonus / tries(arm));
    }
}
