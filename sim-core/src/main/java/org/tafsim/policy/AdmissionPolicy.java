package org.tafsim.policy;

import java.util.List;

/**
 * Decides, before a request is routed, whether it is let in at all. Asked again when a request that was held, or has lost its replica,
 * is placed again; not for copies.
 */
public interface AdmissionPolicy {

    /** Returned by {@link #admit} to let a request in. */
    int ADMIT = 0;

    /**
     * Decides.
     *
     * @param candidates replicas that the law leaves to it, at least one
     * @return {@link #ADMIT}, {@link RoutingPolicy#REFUSE} or a {@link RoutingPolicy#refusal} by {@link #refusalReasons}
     */
    int admit(RequestView request, CandidatesView candidates);

    /** As {@link RoutingPolicy#refusalReasons}. */
    default List<String> refusalReasons() {
        return List.of("admission");
    }

    /** As {@link RoutingPolicy#onOutcome}. */
    default void onOutcome(OutcomeView outcome) {}
}
