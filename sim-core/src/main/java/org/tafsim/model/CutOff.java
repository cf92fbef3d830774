package org.tafsim.model;

import java.util.OptionalLong;

/**
 * The day the plug is pulled: whoever is in reach of the target stops serving.
 *
 * @param atNanos when (ns since the start of the run)
 * @param restoreNanos when it ends; empty where it does not
 * @param target who pulls it
 * @param id regime, operator or service
 * @param restartNanos mean time between restarts of a replica, planned or after a failure (ns): where nothing can be
 *     restarted, replicas are lost at that rate
 */
public record CutOff(long atNanos, OptionalLong restoreNanos, Target target, String id, long restartNanos) {

    /** A week: an assumption. */
    public static final long USUAL_RESTART_NANOS = 7 * 86_400_000_000_000L;

    /** Who pulls the plug. */
    public enum Target {
        /** A state: every operator it reaches by seat or control. */
        REGIME,
        /** One operator, and all it runs. */
        OPERATOR,
        /** One service. */
        SERVICE
    }

    /** Checks. */
    public CutOff {
        String owner = "Cut-off of " + Require.name(id, "Cut-off");
        Require.positive(atNanos, owner, "time (ns)");
        Require.positive(restartNanos, owner, "time between restarts (ns)");
        if (restoreNanos.isPresent() && restoreNanos.getAsLong() <= atNanos) {
            throw new IllegalArgumentException("%s: it must be restored (%d ns) after it was cut (%d ns)."
                    .formatted(owner, restoreNanos.getAsLong(), atNanos));
        }
    }
}
