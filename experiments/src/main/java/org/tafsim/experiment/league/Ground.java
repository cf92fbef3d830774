package org.tafsim.experiment.league;

import java.util.function.Supplier;
import org.tafsim.experiment.RunTask;

/**
 * A scenario on which policies meet.
 *
 * @param scenario its name
 * @param replications of every policy, at least 2
 * @param task made when the match begins, on the thread that plays the tournament; gives every policy the same requests
 */
public record Ground(String scenario, int replications, Supplier<RunTask> task) {

    /** Checks. */
    public Ground {
        if (replications < 2) {
            throw new IllegalArgumentException(
                    "Scenario %s: places need two replications at least, not %d.".formatted(scenario, replications));
        }
    }
}
