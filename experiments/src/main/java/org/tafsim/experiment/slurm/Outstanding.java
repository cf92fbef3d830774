package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.util.List;

/** What a sweep folder lacks, as its files tell: Slurm is never asked what was computed. */
public interface Outstanding {

    /** Points of which a task is missing that may still succeed, in ascending order. */
    List<Integer> points() throws IOException;

    /** Tasks that are done, at most {@link #allTasks}. */
    int doneTasks() throws IOException;

    /** Tasks in all. */
    int allTasks();
}
