package org.tafsim.policies;

import org.tafsim.policy.CandidatesView;
import umontreal.ssj.rng.RandomStream;

/** Finds the candidate with the fewest requests in flight; of equals one at random. */
final class FewestInFlight {

    private final RandomStream ties;

    FewestInFlight(RandomStream ties) {
        this.ties = ties;
    }

    int among(CandidatesView candidates) {
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
        throw new IllegalStateException("The candidates changed while they were looked at.");
    }
}
