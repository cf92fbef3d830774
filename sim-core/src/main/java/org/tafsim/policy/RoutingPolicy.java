package org.tafsim.policy;

import java.util.List;

/**
 * Chooses, at a request's arrival, the replica that serves it.
 *
 * <p>The law has been asked before: where a rule is enforced, candidates that break it are not shown. Policies see nothing
 * else of the simulation than the views, which are valid during the call only, and must not keep them.
 *
 * <p>Ties are broken in the order of the candidates, which is the order of the scenario, or by a stream of the policy's own
 * from {@link PolicyContext#stream}.
 */
public interface RoutingPolicy {

    /** Returned by {@link #route} to send the request away; for the first of {@link #refusalReasons} where there are any. */
    int REFUSE = -1;

    /** Returned by {@link #route} to send the request away, for this one of {@link #refusalReasons}. */
    static int refusal(int reason) {
        return REFUSE - reason;
    }

    /**
     * Chooses.
     *
     * @param request what arrived
     * @param candidates replicas that serve its model, at least one
     * @return index of the chosen candidate in [0, {@link CandidatesView#size()}), {@link #REFUSE} or a {@link #refusal}
     */
    int route(RequestView request, CandidatesView candidates);

    /**
     * Why it refuses: what results name and count, lower case and hyphens. Asked once. Empty where it never refuses, or says not why.
     */
    default List<String> refusalReasons() {
        return List.of();
    }

    /** Tells how a routed request ended, for policies that learn. */
    default void onOutcome(OutcomeView outcome) {}
}
