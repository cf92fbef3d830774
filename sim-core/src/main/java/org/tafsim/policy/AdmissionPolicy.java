package org.tafsim.policy;

import java.util.List;

/**
 * Decides, before a request is routed, whether it is let in at all, and whether now. Asked again when a request that was held, or has lost its replica,
 * is placed again; not for copies.
 */
public interface AdmissionPolicy {

    /** Returned by {@link #admit} to let a request in. */
    int ADMIT = 0;

    /** Returned by {@link #admit} to hold a request, and to be asked again after this time (ms), at least 1. */
    static int askAgainIn(int millis) {
        if (millis < 1) {
            throw new IllegalArgumentException(
                    "A request is held for %d ms, which is not at least 1.".formatted(millis));
        }
        return millis;
    }

    /**
     * Decides.
     *
     * @param candidates replicas that the law leaves to it, at least one
     * @return {@link #ADMIT}, {@link RoutingPolicy#REFUSE}, a {@link RoutingPolicy#refusal} by {@link #refusalReasons}, or
     *     {@link #askAgainIn}
     */
    int admit(RequestView request, CandidatesView candidates);

    /** As {@link RoutingPolicy#refusalReasons}. */
    default List<String> refusalReasons() {
        return List.of("admission");
    }

    /** As {@link RoutingPolicy#onOutcome}. */
    default void onOutcome(OutcomeView outcome) {}
}
