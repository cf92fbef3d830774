package org.tafsim.experiment.sweep;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tafsim.experiment.Progress;

/**
 * Runs the missing tasks of a sweep on the cores of this machine. A task that fails is tried again, then noted; the others go
 * on. Finished tasks are kept whatever happens.
 */
public final class LocalSweep {

    private static final long GRACE_SECONDS = 5;

    private final SweepFolder folder;
    private final Simulator simulator;
    private final int threads;
    private final Progress progress;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Map<TaskKey, Integer> attempts = new HashMap<>(); // asked, never iterated
    private final SortedMap<TaskKey, Throwable> failed = new TreeMap<>();

    /**
     * A sweep on this machine.
     *
     * @param threads tasks at a time, at least 1
     * @param progress told of every finished task
     */
    public LocalSweep(SweepFolder folder, Simulator simulator, int threads, Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads (%s) must be at least 1.".formatted(threads));
        }
        this.folder = folder;
        this.simulator = simulator;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Runs until nothing is missing but what failed.
     *
     * @param points to work on
     * @return tasks that failed in every attempt, with the last reason
     * @throws InterruptedException where the caller was interrupted; tasks under way are given up
     */
    public SortedMap<TaskKey, Throwable> run(Collection<Integer> points) throws IOException, InterruptedException {
        SweepState state = SweepState.of(folder, points);
        PreparedPoints prepared = new PreparedPoints(folder, simulator);
        ExecutorService pool = Executors.newFixedThreadPool(threads, LocalSweep::daemon);
        try (TaskClock clock =
                new TaskClock(folder.plan().experiment().execution().timeoutNanos())) {
            work(
                    state,
                    new ExecutorCompletionService<>(pool),
                    key -> new TaskRun(folder, key, prepared, () -> clock.start(stop)));
        } finally {
            stop.set(true);
            pool.shutdownNow();
            pool.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        }
        return failed;
    }

    /** Makes the run of a task. */
    @FunctionalInterface
    private interface Tasks {
        TaskRun run(TaskKey key);
    }

    private void work(SweepState state, CompletionService<TaskKey> pool, Tasks tasks)
            throws IOException, InterruptedException {
        Set<TaskKey> started = new HashSet<>(); // asked, never iterated
        IdentityHashMap<Future<TaskKey>, TaskKey> keys = new IdentityHashMap<>(); // asked, never iterated
        Deque<TaskKey> waiting = new ArrayDeque<>(state.missing());
        started.addAll(waiting);
        progress.onProgress(state.done(), state.total(), "");
        int running = 0;
        while (running > 0 || !waiting.isEmpty()) {
            while (running < threads && !waiting.isEmpty()) {
                TaskKey next = waiting.pop();
                keys.put(pool.submit(tasks.run(next)), next);
                running++;
            }
            Future<TaskKey> ended = pool.take();
            running--;
            TaskKey key = Objects.requireNonNull(keys.remove(ended));
            if (isFinished(ended, key)) {
                state.onFinished(key).stream().filter(started::add).forEach(waiting::add);
                progress.onProgress(
                        state.done(),
                        state.total(),
                        "point %d, replication %d".formatted(key.point(), key.replication() + 1));
            } else if (!failed.containsKey(key)) {
                waiting.push(key);
            }
        }
    }

    private boolean isFinished(Future<TaskKey> ended, TaskKey key) throws IOException, InterruptedException {
        try {
            ended.get();
            return true;
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            int attempt = attempts.merge(key, 1, Integer::sum);
            if (attempt > folder.plan().experiment().execution().retries()) {
                failed.put(key, cause);
                folder.fail(key, FailureText.of(key, attempt, cause));
            }
            return false;
        }
    }

    private static Thread daemon(Runnable runnable) {
        Thread thread = new Thread(runnable, "tafsim-task");
        thread.setDaemon(true);
        return thread;
    }
}
