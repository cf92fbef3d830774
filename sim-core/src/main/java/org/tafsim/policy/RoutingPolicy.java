package org.tafsim.policy;

/**
 * Chooses, at a request's arrival, the replica that serves it.
 *
 * <p>The law has been asked before: where a rule is enforced, candidates that break it are not shown. Policies see nothing
 * else of the simulation than the two views, which are valid during the call only, and must not keep them.
 *
 * <p>Ties are broken in the order of the candidates, which is the order of the scenario, or by a stream of the policy's own
 * from {@link PolicyContext#stream}.
 */
public interface RoutingPolicy {

    /** Returned by {@link #route} to send the request away. */
    int REFUSE = -1;

    /**
     * Chooses.
     *
     * @param request what arrived
     * @param candidates replicas that serve its model, at least one
     * @return index of the chosen candidate in [0, {@link CandidatesView#size()}), or {@link #REFUSE}
     */
    int route(RequestView request, CandidatesView candidates);

    /**
     * Tells how a routed request ended, for policies that learn.
     *
     * @param replica scenario index of the replica that had it
     * @param completed whether it was served to its last token
     * @param metSlo whether it kept the promise
     * @param timeToFirstTokenNanos as seen by the user; 0 where there was none
     */
    default void onOutcome(int replica, boolean completed, boolean metSlo, long timeToFirstTokenNanos) {}
}
