package org.tafsim.experiment.slurm;

import java.time.Duration;

/** How time passes between two looks at the queue; tests let none pass. */
@FunctionalInterface
public interface Pause {

    /** Waits for so long. */
    void pause(Duration duration) throws InterruptedException;

    /** The real one. */
    static Pause ofThisThread() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
