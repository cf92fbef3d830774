package org.tafsim.policies;

import java.util.List;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Sends a request of a session to the replica that served the one before, whose prefix cache holds all that was said, unless that is
 * no candidate or has so many more requests in flight than the least loaded candidate. Then, and for all that begins, it is
 * {@link LeastLoaded}.
 *
 * <p>Source: the session affinity of llm-d and of the router of the vLLM production stack. That it ends where loads differ by a
 * number is after the balance threshold of SGLang's router; its default here is ours.
 */
public final class SessionAffinity implements RoutingPolicy {

    private static final String ID = "session-affinity";
    private static final String EXCESS = "excess";
    private static final String DEFAULT_EXCESS = "16";
    private static final int NONE = -1;

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = new ShippedType(
            ID,
            "Where the session was served before, up to 16 (excess) more in flight; else least-loaded.",
            "Session affinity of llm-d and the vLLM production stack",
            List.of(EXCESS),
            SessionAffinity::new);

    private final long excess;
    private final FewestInFlight fewest;

    private SessionAffinity(PolicyContext context) {
        excess = new Parameters(ID, context).parsed(EXCESS, DEFAULT_EXCESS, SessionAffinity::requests);
        fewest = new FewestInFlight(context.stream("tie"));
    }

    private static long requests(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is no whole number of requests; expected e.g. \"16\".".formatted(text));
        }
        return Long.parseLong(text);
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int home = request.sessionReplica() == NONE ? NONE : candidateOf(request.sessionReplica(), candidates);
        return home == NONE || isOverloaded(home, candidates) ? fewest.among(candidates) : home;
    }

    private static int candidateOf(int replica, CandidatesView candidates) {
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            if (candidates.replicaIndex(candidate) == replica) {
                return candidate;
            }
        }
        return NONE;
    }

    private boolean isOverloaded(int home, CandidatesView candidates) {
        long most = candidates.inFlightRequests(home) - excess;
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            if (candidates.inFlightRequests(candidate) < most) {
                return true;
            }
        }
        return false;
    }
}
