package org.tafsim.policy;

/** How a routed request ended, for policies that learn; valid during the call only. */
public interface OutcomeView extends RequestView {

    /** Scenario index of the replica that had it. */
    int replicaIndex();

    /** Whether it was served to its last token; else it was lost, cancelled or unfinished. */
    boolean isCompleted();

    /** Whether it kept the promise. */
    boolean metSlo();

    /** Time to first token as seen by the user (ns), from its arrival on; 0 where there was none. */
    long timeToFirstTokenNanos();

    /** Time since its arrival (ns). */
    long endToEndNanos();
}
