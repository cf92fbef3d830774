package org.tafsim.experiment.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tafsim.engine.RunResult;
import org.tafsim.model.PolicySpec;

/** Simulates a task and keeps its results. */
final class TaskRun implements Callable<TaskKey> {

    private final SweepFolder folder;
    private final TaskKey key;
    private final PreparedPoints points;
    private final Supplier<TaskClock.Permission> clock;

    TaskRun(SweepFolder folder, TaskKey key, PreparedPoints points, Supplier<TaskClock.Permission> clock) {
        this.folder = folder;
        this.key = key;
        this.points = points;
        this.clock = clock;
    }

    @Override
    public TaskKey call() throws IOException {
        PreparedPoints.Prepared prepared = points.get(key.point());
        List<RunResult> results = new ArrayList<>();
        try (TaskClock.Permission permission = clock.get()) {
            for (PolicySpec policy : prepared.point().scenario().policies()) {
                permission.check();
                results.add(prepared.task().run(policy, key.replication(), request -> permission.check()));
            }
        }
        folder.finish(key, prepared.point(), results);
        return key;
    }
}
