package org.tafsim.policy;

import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;

/** The replicas of a group that are not down, in scenario order, with what a controller knows of them. */
public interface DeploymentView {

    /** How many there are. */
    int size();

    /** The time (ns); the run begins at 0. */
    long nowNanos();

    /** A replica's description. */
    ServedReplica replica(int place);

    /** Scenario index of a replica. */
    int replicaIndex(int place);

    /** Where it stands. */
    Site site(int place);

    /** Whether it is on or being started. */
    boolean isOn(int place);

    /** Requests sent to it and not yet ended. */
    int inFlightRequests(int place);

    /** Requests sent to it since the last decision, per second. */
    double arrivalsPerSecond(int place);

    /**
     * Mean round trip of the users whose requests came since the last decision (s): of all that the group's model serves and the law
     * lets go there. Infinite where none may.
     */
    double meanRoundTripSeconds(int place);

    /** Requests that came since the last decision, per second, of users to whom no replica that they may use is nearer. */
    double nearestDemandPerSecond(int place);

    /** As {@link CandidatesView#carbonGramsPerKwh}. */
    double carbonGramsPerKwh(int place);

    /** As {@link CandidatesView#eurPerKwh}. */
    double eurPerKwh(int place);
}
