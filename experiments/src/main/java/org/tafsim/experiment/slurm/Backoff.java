package org.tafsim.experiment.slurm;

import java.time.Duration;

/** Waits that grow while nothing happens, so that a long sweep does not bother the scheduler. */
final class Backoff {

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Duration current = SHORTEST;

    /** The time to wait now. */
    Duration next() {
        Duration wait = current;
        Duration longer = current.multipliedBy(3).dividedBy(2);
        current = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
        return wait;
    }

    /** Something happened. */
    void reset() {
        current = SHORTEST;
    }
}
