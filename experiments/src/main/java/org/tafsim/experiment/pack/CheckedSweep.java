package org.tafsim.experiment.pack;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.tafsim.experiment.sweep.TaskKey;

/**
 * A sweep whose files belong together.
 *
 * @param facts of {@code sweep.json}
 * @param tasks that it has
 */
record CheckedSweep(SweepFacts facts, NavigableSet<TaskKey> tasks) {

    /** Copies. */
    CheckedSweep {
        tasks = Collections.unmodifiableNavigableSet(new TreeSet<>(tasks));
    }

    static String scenarioOf(int point) {
        return "points/%d/scenario.resolved.yaml".formatted(point);
    }

    static String fileOf(TaskKey task, String name) {
        return "tasks/%s/%s".formatted(task, name);
    }
}
