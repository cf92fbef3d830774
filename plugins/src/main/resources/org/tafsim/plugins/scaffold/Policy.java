package @package@;

import java.util.List;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** The nearest candidate at which few wait; where many wait everywhere, the one at which the fewest do. */
public final class @Class@ implements RoutingPolicyType {

    private static final String WAITING = "waiting";

    @Override
    public String id() {
        return "@id@";
    }

    @Override
    public String rule() {
        return "Least round trip of those with at most `waiting` requests waiting (4); else the fewest waiting.";
    }

    @Override
    public String source() {
        return "ours";
    }

    @Override
    public List<String> parameterNames() {
        return List.of(WAITING);
    }

    @Override
    public RoutingPolicy create(PolicyContext context) {
        String text = context.parameters().getOrDefault(WAITING, "4");
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("waiting (%s) must be a whole number, e.g. 4.".formatted(text));
        }
        int most = Integer.parseInt(text);
        return (request, candidates) -> choose(candidates, most);
    }

    private static int choose(CandidatesView candidates, int most) {
        int best = 0;
        for (int candidate = 1; candidate < candidates.size(); candidate++) {
            if (isBetter(candidates, candidate, best, most)) {
                best = candidate;
            }
        }
        return best;
    }

    private static boolean isBetter(CandidatesView candidates, int candidate, int best, int most) {
        int waiting = candidates.waitingRequests(candidate);
        int waitingAtBest = candidates.waitingRequests(best);
        if (waiting <= most && waitingAtBest <= most) {
            return candidates.roundTripSeconds(candidate) < candidates.roundTripSeconds(best);
        }
        return waiting < waitingAtBest;
    }
}
