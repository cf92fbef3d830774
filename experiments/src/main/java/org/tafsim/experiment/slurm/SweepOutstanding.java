package org.tafsim.experiment.slurm;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tafsim.experiment.sweep.SweepFolder;
import org.tafsim.experiment.sweep.SweepState;
import org.tafsim.experiment.sweep.TaskKey;

/** What some points of a sweep's folder lack. */
final class SweepOutstanding implements Outstanding {

    private final SweepFolder folder;
    private final SortedSet<Integer> points;
    private int all;

    /**
     * What is missing.
     *
     * @param points of interest
     */
    SweepOutstanding(SweepFolder folder, Collection<Integer> points) throws IOException {
        this.folder = folder;
        this.points = new TreeSet<>(points);
        all = state().total();
    }

    @Override
    public List<Integer> points() throws IOException {
        SortedSet<TaskKey> failed = folder.failed();
        return state().missing().stream()
                .filter(key -> !failed.contains(key))
                .map(TaskKey::point)
                .distinct()
                .toList();
    }

    /** Counts folders; only where they seem to be enough, it reads whether a point's precision asks for more. */
    @Override
    public Standing standing() throws IOException {
        long done = folder.finished().stream()
                .filter(key -> points.contains(key.point()))
                .count();
        if (done < all) {
            return new Standing((int) done, all);
        }
        SweepState state = state();
        all = state.total();
        return new Standing(state.done(), all);
    }

    @Override
    public void forgetFailures() throws IOException {
        for (TaskKey key : folder.failed()) {
            if (points.contains(key.point())) {
                folder.forgetFailure(key);
            }
        }
    }

    /** Tasks that failed for good, with what their last words begin with. */
    SortedMap<TaskKey, Throwable> failed() throws IOException {
        SortedSet<TaskKey> keys = new TreeSet<>(folder.failed());
        keys.retainAll(state().missing());
        SortedMap<TaskKey, Throwable> failed = new TreeMap<>();
        for (TaskKey key : keys) {
            failed.put(key, new SlurmException(folder.reason(key)));
        }
        return failed;
    }

    private SweepState state() throws IOException {
        return SweepState.of(folder, points);
    }
}
