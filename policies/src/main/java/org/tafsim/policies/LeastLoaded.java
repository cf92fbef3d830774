package org.tafsim.policies;

import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import umontreal.ssj.rng.RandomStream;

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
            context -> new LeastLoaded(context.stream("tie")));

    private final RandomStream ties;

    LeastLoaded(RandomStream ties) {
        this.ties = ties;
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int least = Integer.MAX_VALUE;
        int equals = 0;
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            int load = candidates.inFlightRequests(candidate);
            if (load < least) {
                least = load;
                equals = 1;
            } else if (load == least) {
                equals++;
            }
        }
        return pick(candidates, least, equals == 1 ? 0 : ties.nextInt(0, equals - 1));
    }

    private static int pick(CandidatesView candidates, int load, int skipped) {
        int left = skipped;
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            if (candidates.inFlightRequests(candidate) == load && left-- == 0) {
                return candidate;
            }
        }
        return REFUSE;
    }
}
