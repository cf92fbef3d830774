package org.tafsim.policies.learn;

import java.util.Arrays;
import org.tafsim.policies.ShippedType;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Thompson sampling: each arm draws from Beta(1 + what it paid, 1 + what it did not), from the stream {@code arms}; the highest draw is
 * chosen. A reward between 0 and 1 counts in parts. Needs no bonus: an arm that was never tried draws evenly from [0, 1].
 *
 * <p>Source: W. R. Thompson, Biometrika 25, 1933; S. Agrawal and N. Goyal, "Analysis of Thompson sampling for the multi-armed bandit
 * problem", COLT 2012.
 */
public final class Thompson extends AbstractBandit {

    private static final String ID = "thompson";

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = new ShippedType(
            ID,
            "Learns which site (arms) keeps promises (reward): highest draw of its posterior.",
            "Thompson 1933, Agrawal and Goyal 2012",
            SHARED,
            Thompson::new);

    private final BetaDraws draws;
    private double[] drawn = {};
    private long[] drawnFor = {};
    private long decision;

    private Thompson(PolicyContext context) {
        super(ID, context);
        draws = new BetaDraws(context.stream("arms"));
    }

    @Override
    void begin(RequestView request) {
        decision++;
    }

    @Override
    void grow(int arm) {
        super.grow(arm);
        if (arm >= drawn.length) {
            drawn = Arrays.copyOf(drawn, 2 * arm + 4);
            drawnFor = Arrays.copyOf(drawnFor, drawn.length);
        }
    }

    @Override
    double index(int arm, RequestView request, CandidatesView candidates, int candidate) {
        if (drawnFor[arm] != decision) {
            drawnFor[arm] = decision;
            drawn[arm] = draws.next(1 + paid(arm), 1 + unpaid(arm));
        }
        return drawn[arm];
    }
}
