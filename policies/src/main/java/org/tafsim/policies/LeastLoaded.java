package org.tafsim.policies;

import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Join the shortest queue: the candidate with the fewest requests in flight, wherever it stands. Of equals one at random,
 * from the stream {@code tie}: were it the first, an idle system would send everybody to one site.
 *
 * <p>Source: F. A. Haight, "Two queues in parallel", Biometrika 45, 1958; W. Winston, "Optimality of the shortest line
 * discipline", Journal of Applied Probability 14, 1977.
 */
public final class LeastLoaded implements RoutingPolicy {

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = ShippedType.plain(
            "least-loaded",
            "Fewest requests in flight, wherever it stands; of equals one at random.",
            "Join the shortest queue: Haight 1958, Winston 1977",
            context -> new LeastLoaded(new FewestInFlight(context.stream("tie"))));

    private final FewestInFlight fewest;

    private LeastLoaded(FewestInFlight fewest) {
        this.fewest = fewest;
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        return fewest.among(candidates);
    }
}
