package org.tafsim.policies.harvest;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.HarvestView;
import org.tafsim.policy.PolicyContext;

/**
 * Learns for each tenth of load which of some shares RAN should keep: of all shares tried there, the one whose mean reward and chance of
 * more are highest. The reward of a period is AI's share at its end, and nothing where more slots missed than may. Each share is tried
 * once at each load, the highest first: it learns at the expense of the slots that miss meanwhile. No states that follow from decisions,
 * hence a bandit and no more; what it sees is {@link HarvestView#observe}.
 *
 * <p>Source: UCB1 of P. Auer, N. Cesa-Bianchi and P. Fischer, "Finite-time analysis of the multiarmed bandit problem", Machine Learning
 * 47, 2002, with a weight on its bonus; one bandit for each load as in W. Chu et al., "Contextual bandits with linear payoff functions",
 * 2011, without the linear part. Ours in choice of reward.
 */
public final class UpperConfidence implements HarvestPolicy {

    private static final String ID = "ucb";
    private static final String SHARES = "shares";
    private static final String EXPLORATION = "exploration";
    private static final int LOADS = 10;

    /** What it is called and how it is built. */
    public static final HarvestPolicyType TYPE = new HarvestType(
            ID,
            "Learns at each load which share leaves AI most without too many slots missed.",
            "UCB1 (Auer, Cesa-Bianchi and Fischer 2002), one for each tenth of load",
            List.of(SHARES, EXPLORATION),
            UpperConfidence::new);

    private final int shares;
    private final double exploration;
    private final double[] seen = new double[HarvestView.OBSERVATION_SIZE];
    private final double[][] rewards;
    private final int[][] tries;
    private int lastLoad = -1;
    private int lastShare;

    private UpperConfidence(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        shares = (int) parameters.number(SHARES, "10", 2, 100);
        exploration = parameters.number(EXPLORATION, "0.1", 0, 10);
        rewards = new double[LOADS][shares];
        tries = new int[LOADS][shares];
    }

    @Override
    public double ranShare(HarvestView view) {
        view.observe(seen);
        if (lastLoad >= 0) {
            rewards[lastLoad][lastShare] += reward();
            tries[lastLoad][lastShare]++;
        }
        lastLoad = (int) Math.min(LOADS - 1, LOADS * seen[1]);
        lastShare = best(rewards[lastLoad], tries[lastLoad]);
        return (lastShare + 1.0) / shares;
    }

    /** In [0, 1]: AI's share; nothing where the logarithm of the miss rate is above that of what may miss. */
    private double reward() {
        return seen[6] <= seen[7] ? seen[5] : 0;
    }

    private int best(double[] sums, int[] counts) {
        long total = 0;
        for (int share = shares - 1; share >= 0; share--) {
            if (counts[share] == 0) {
                return share;
            }
            total += counts[share];
        }
        double bonus = 2 * StrictMath.log((double) total);
        int best = shares - 1;
        double most = Double.NEGATIVE_INFINITY;
        for (int share = shares - 1; share >= 0; share--) { // of equals the one that RAN is safer with
            double value = sums[share] / counts[share] + exploration * StrictMath.sqrt(bonus / counts[share]);
            if (value > most) {
                most = value;
                best = share;
            }
        }
        return best;
    }
}
