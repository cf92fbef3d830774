package org.tafsim.policy;

import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;

/**
 * The replicas a request may go to, in scenario order, with what a controller knows of them.
 *
 * <p>Place, law and network delay are always true; load is as old as the scenario's telemetry age.
 */
public interface CandidatesView {

    /** How many there are. */
    int size();

    /** The candidate's description. */
    ServedReplica replica(int candidate);

    /** Scenario index of the candidate's replica. */
    int replicaIndex(int candidate);

    /** Where it stands. */
    Site site(int candidate);

    /**
     * Mean round trip between the user and it on an idle network (s), radio included. For a later stage of a pipeline: from where
     * its input lies to the candidate, and on to the user.
     */
    double roundTripSeconds(int candidate);

    /** Number of rules it would break that are not enforced (those in shadow not counted). */
    int brokenRules(int candidate);

    /** Requests waiting at it for admission, or for its start. */
    int waitingRequests(int candidate);

    /** Sequences in its batch. */
    int runningSequences(int candidate);

    /** Prompt tokens that wait for prefill: those of waiting requests and what is left of prompts in the batch. */
    long waitingPrefillTokens(int candidate);

    /** Share of its KV blocks in use, in [0, 1]. */
    double kvUsedFraction(int candidate);

    /** Requests sent to it and not yet ended. */
    default int inFlightRequests(int candidate) {
        return waitingRequests(candidate) + runningSequences(candidate);
    }

    /** Whether its model is in accelerator memory and warm; always so but where models are on demand. */
    default boolean isReady(int candidate) {
        return true;
    }

    /** Time until it serves, to expect if memory is free (s): pull, load, warm-up or what is left of them; 0 where it is ready. */
    default double startSeconds(int candidate) {
        return 0;
    }

    /**
     * What the home operator would pay the candidate's for requests like this one (EUR per 1,000), the prompt's tokens included, those
     * of the answer not; 0 at its own sites, and where no contracts are stated.
     */
    default double contractEurPer1k(int candidate) {
        return 0;
    }

    /**
     * Carbon of a kilowatt-hour of servers at its site in this hour (g CO2e): of electricity times PUE; 0 where the scenario states no
     * tariff.
     */
    default double carbonGramsPerKwh(int candidate) {
        return 0;
    }

    /**
     * What {@link #carbonGramsPerKwh} is to be so many hours from now, by the tariffs of the scenario, which every day repeats.
     *
     * @param hoursAhead full hours, at least 0
     */
    default double carbonGramsPerKwh(int candidate, int hoursAhead) {
        return carbonGramsPerKwh(candidate);
    }

    /** Price of a kilowatt-hour of servers at its site in this hour (EUR): of electricity times PUE; 0 where none is stated. */
    default double eurPerKwh(int candidate) {
        return 0;
    }

    /**
     * Time to first token to expect of it (s): round trip, start, prefill of what waits before, own prefill.
     *
     * @param promptTokens of the request to place
     */
    double predictedTtftSeconds(int candidate, int promptTokens);
}
