package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.util.List;

/** What a sweep folder lacks, as its files tell: Slurm is never asked what was computed. */
public interface Outstanding {

    /** Points of which a task is missing that may still succeed, in ascending order. */
    List<Integer> points() throws IOException;

    /** How far the sweep is; asked often, so it must be cheap. */
    Standing standing() throws IOException;

    /** Lets tasks that failed for good before now be tried again. */
    void forgetFailures() throws IOException;

    /**
     * How far a sweep is.
     *
     * @param done tasks that are finished
     * @param all tasks in all, as far as is known yet
     */
    record Standing(int done, int all) {

        /** Whether every task is finished. */
        public boolean isComplete() {
            return done >= all;
        }
    }
}
