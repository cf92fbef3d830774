package org.tafsim.engine;

import java.util.List;

/**
 * A request that may count, and the least that it can take.
 *
 * @param app scenario index
 * @param sequence its number within its application
 * @param arrivalNanos earliest time at which it is sent (ns since the start of the run)
 * @param isCertain whether it is sent then under every policy, and counts; a further request of a session comes when the answer before has,
 *     later or never
 * @param outputTokens of its last stage
 * @param ttftNanos least time to its first token, wherever it is served (ns); {@link #NEVER} where no place can serve it
 * @param endNanos least time to its last token (ns)
 * @param stages of its pipeline, in order; none where it is not certain
 */
public record RequestDemand(
        int app,
        long sequence,
        long arrivalNanos,
        boolean isCertain,
        int outputTokens,
        long ttftNanos,
        long endNanos,
        List<StageDemand> stages) {

    /** In place of the time of what cannot be served. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Copies. */
    public RequestDemand {
        stages = List.copyOf(stages);
    }

    /** Whether some place can serve it. */
    public boolean isServable() {
        return endNanos != NEVER;
    }
}
