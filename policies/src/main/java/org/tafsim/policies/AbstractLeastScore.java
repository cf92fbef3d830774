package org.tafsim.policies;

import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

/** Chooses the candidate of least score; of equals the first in scenario order. Refuses where no candidate has a score. */
abstract class AbstractLeastScore implements RoutingPolicy {

    /** Score of a candidate that may not be chosen. */
    static final double OUT = Double.POSITIVE_INFINITY;

    @Override
    public final int route(RequestView request, CandidatesView candidates) {
        int best = REFUSE;
        double least = OUT;
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            double score = score(request, candidates, candidate);
            if (score < least) { // false for NaN too: what has no number is not chosen
                least = score;
                best = candidate;
            }
        }
        return best;
    }

    /** The less the better; {@link #OUT} where the candidate may not be chosen. */
    abstract double score(RequestView request, CandidatesView candidates, int candidate);
}
