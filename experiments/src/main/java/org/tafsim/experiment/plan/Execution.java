package org.tafsim.experiment.plan;

import java.util.OptionalLong;

/**
 * How tasks are carried out; changes no result.
 *
 * @param chunk points that one element of an array works on, at least 1
 * @param retries of a task that failed, at least 0
 * @param timeoutNanos that one task may take; no limit where empty
 */
public record Execution(int chunk, int retries, OptionalLong timeoutNanos) {

    /** What files that say nothing mean. */
    public static final Execution DEFAULT = new Execution(10, 1, OptionalLong.empty());

    /** Checks. */
    public Execution {
        if (chunk < 1 || retries < 0) {
            throw new IllegalArgumentException(
                    "Execution: chunk (%d) must be at least 1, retries (%d) at least 0.".formatted(chunk, retries));
        }
    }
}
