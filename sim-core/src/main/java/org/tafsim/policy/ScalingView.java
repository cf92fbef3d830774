package org.tafsim.policy;

/** What is known of a group of replicas of one model when it is scaled. */
public interface ScalingView {

    /** The time (ns); the run begins at 0. */
    long nowNanos();

    /** Hour of the day, in [0, 24). */
    double hourOfDay();

    /** Time from decision to decision (s). */
    double periodSeconds();

    /** Time from a decision until a replica that it starts serves (s). */
    double startSeconds();

    /** Replicas of the group that are not down. */
    int usable();

    /** Of them, those that are on or being started. */
    int on();

    /** Of them, those that are being started. */
    int starting();

    /** Requests sent to the group, or held or refused that it could have served, per second, since the last decision. */
    double arrivalsPerSecond();

    /** Requests sent to the group's replicas and not yet ended. */
    int inFlight();

    /** Of them, those that wait at their replicas. */
    int waiting();

    /** Mean share of KV blocks in use of the replicas that are on, in [0, 1]. */
    double kvUsedFraction();

    /** Share of the time since the last decision in which replicas that are on computed, in [0, 1]. */
    double busyFraction();
}
