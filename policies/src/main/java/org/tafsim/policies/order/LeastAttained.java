package org.tafsim.policies.order;

import java.util.Arrays;
import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.OrderPolicy;
import org.tafsim.policy.OrderPolicyType;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;

/**
 * The application, or population, first that has had the fewest prompt tokens of late: each token counts less the older it is, half as
 * much after a half-life.
 *
 * <p>Source: least attained service, as Tiresias (Gu et al., NSDI 2019) has it for training, and the token counters of the virtual token
 * counter (Sheng et al., OSDI 2024); the half-life is ours.
 */
final class LeastAttained implements OrderPolicy {

    private static final String ID = "least-attained";
    private static final String BY = "by";
    private static final String HALF_LIFE = "half-life";
    private static final double NANOS = 1e9;

    /** What it is called and how it is built. */
    static final OrderPolicyType TYPE = new OrderType(
            ID,
            "Whose application (by) had the fewest prompt tokens of late; they fade with a half-life (1 min).",
            "Tiresias (Gu et al. 2019), VTC (Sheng et al. 2024)",
            List.of(BY, HALF_LIFE),
            LeastAttained::new);

    private final boolean isByPopulation;
    private final double halfLifeNanos;

    /** By application or population: tokens as of {@link #countedNanos}. */
    private double[] tokens = {};

    private long[] countedNanos = {};

    private LeastAttained(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        isByPopulation = parameters.parsed(BY, "app", LeastAttained::isPopulation);
        halfLifeNanos = Math.max(1, NANOS * parameters.seconds(HALF_LIFE, "1 min"));
    }

    private static boolean isPopulation(String word) {
        if (!word.equals("app") && !word.equals("population")) {
            throw new IllegalArgumentException("expected app or population, found \"%s\".".formatted(word));
        }
        return word.equals("population");
    }

    @Override
    public int priority(RequestView request, int replica) {
        int whose = isByPopulation ? request.populationIndex() : request.appIndex();
        if (whose >= tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * whose + 4);
            countedNanos = Arrays.copyOf(countedNanos, 2 * whose + 4);
        }
        long now = request.nowNanos();
        double left = tokens[whose] * StrictMath.pow(0.5, (now - countedNanos[whose]) / halfLifeNanos);
        tokens[whose] = left + request.promptTokens();
        countedNanos[whose] = now;
        return (int) left;
    }
}
