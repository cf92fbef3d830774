package org.tafsim.experiment.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tafsim.engine.RunResult;

/** Which tasks some points of a sweep need, and which of them are done; grows as tasks finish. Not thread safe. */
public final class SweepState {

    private final SweepFolder folder;
    private final Precision precision;
    private final NavigableSet<TaskKey> finished;
    private final Map<Integer, Integer> wanted = new TreeMap<>();
    private int total;
    private int done;

    private SweepState(SweepFolder folder, NavigableSet<TaskKey> finished) {
        this.folder = folder;
        this.finished = finished;
        this.precision = new Precision(
                folder.plan().experiment().replications(),
                folder.plan().experiment().randomness().replicationsPerObservation());
    }

    /**
     * What the folder holds now.
     *
     * @param points of interest
     */
    public static SweepState of(SweepFolder folder, Collection<Integer> points) throws IOException {
        SweepState state = new SweepState(folder, new TreeSet<>(folder.finished()));
        for (int point : points) {
            state.want(point, folder.plan().experiment().replications().count());
            state.extend(point);
        }
        return state;
    }

    /**
     * Notes a finished task.
     *
     * @return what its point still lacks; it may need more than before
     */
    List<TaskKey> onFinished(TaskKey key) throws IOException {
        if (finished.add(key) && key.replication() < wanted(key.point())) {
            done++;
        }
        extend(key.point());
        return missing(key.point());
    }

    private void want(int point, int replications) {
        for (int replication = wanted(point); replication < replications; replication++) {
            total++;
            done += finished.contains(new TaskKey(point, replication)) ? 1 : 0;
        }
        wanted.put(point, replications);
    }

    private void extend(int point) throws IOException {
        if (folder.plan().experiment().replications().stopWhen().isEmpty()) {
            return;
        }
        int now = wanted(point);
        while (missing(point).isEmpty()) {
            int next = precision.wantedAfter(now, results(point));
            if (next == now) {
                return;
            }
            now = next;
            want(point, now);
        }
    }

    /** Results of the finished tasks that count at a point, by replication. */
    List<RunResult> results(int point) throws IOException {
        PlannedPoint planned = folder.plan().point(point);
        List<RunResult> results = new ArrayList<>();
        for (int replication = 0; replication < wanted(point); replication++) {
            TaskKey key = new TaskKey(point, replication);
            if (finished.contains(key)) {
                results.addAll(folder.read(key, planned));
            }
        }
        return results;
    }

    /** Replications that a point needs, as far as is known yet. */
    public int wanted(int point) {
        return wanted.getOrDefault(point, 0);
    }

    private List<TaskKey> missing(int point) {
        List<TaskKey> missing = new ArrayList<>();
        for (int replication = 0; replication < wanted(point); replication++) {
            TaskKey key = new TaskKey(point, replication);
            if (!finished.contains(key)) {
                missing.add(key);
            }
        }
        return missing;
    }

    /** Tasks to do, as far as is known yet, by point and replication. */
    public List<TaskKey> missing() {
        return wanted.keySet().stream()
                .flatMap(point -> missing(point).stream())
                .toList();
    }

    /** Tasks in all, as far as is known yet. */
    public int total() {
        return total;
    }

    /** Tasks done of these. */
    public int done() {
        return done;
    }
}
