package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.tafsim.engine.RunResult;
import org.tafsim.model.PolicySpec;

/**
 * Runs every policy in every replication on a fixed number of threads. One run stays on one thread, and results come in
 * the order of policies and replications, never in that of completion: the number of threads changes no byte of them.
 */
public final class ReplicationRunner {

    /** How long a run may take to notice that it is to stop; then it is left behind on its daemon thread. */
    private static final long GRACE_SECONDS = 5;

    private final int threads;
    private final Progress progress;

    /**
     * A runner.
     *
     * @param threads runs at a time, at least 1
     * @param progress told of every finished run
     */
    public ReplicationRunner(int threads, Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads (%s) must be at least 1.".formatted(threads));
        }
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Runs.
     *
     * @param policies in the order of results
     * @param replications of each, at least 1
     * @param task simulates
     * @param log takes the single requests
     * @return all replications of the first policy, then of the second, …
     * @throws RunFailedException where a run threw; runs under way are stopped, others never start
     * @throws InterruptedException where the calling thread was interrupted; likewise
     */
    public List<RunResult> run(List<PolicySpec> policies, int replications, RunTask task, RequestLog log)
            throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        List<PlannedRun> plan = plan(policies, replications, task, log, stop);
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, plan.size()), daemons());
        try {
            return collect(plan, pool);
        } finally {
            stop.set(true);
            pool.shutdownNow();
            pool.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static List<PlannedRun> plan(
            List<PolicySpec> policies, int replications, RunTask task, RequestLog log, AtomicBoolean stop) {
        if (policies.isEmpty() || replications < 1) {
            throw new IllegalArgumentException("There must be a policy and a replication to run, not %s and %s."
                    .formatted(policies.size(), replications));
        }
        List<PlannedRun> plan = new ArrayList<>();
        for (PolicySpec policy : policies) {
            for (int replication = 0; replication < replications; replication++) {
                plan.add(new PlannedRun(plan.size(), policy, replication, task, log, stop));
            }
        }
        return plan;
    }

    private List<RunResult> collect(List<PlannedRun> plan, ExecutorService pool) throws InterruptedException {
        CompletionService<RunResult> runs = new ExecutorCompletionService<>(pool);
        IdentityHashMap<Future<RunResult>, PlannedRun> runOf = new IdentityHashMap<>(); // asked, never iterated
        plan.forEach(run -> runOf.put(runs.submit(run), run));

        RunResult[] results = new RunResult[plan.size()];
        progress.onProgress(0, results.length, "");
        for (int done = 0; done < results.length; ) {
            Future<RunResult> finished = runs.take();
            PlannedRun run = Objects.requireNonNull(runOf.get(finished));
            try {
                results[run.index()] = finished.get();
                progress.onProgress(++done, results.length, run.label());
            } catch (ExecutionException e) {
                throwUnlessStopped(run, Objects.requireNonNull(e.getCause()));
            }
        }
        return List.copyOf(Arrays.asList(results));
    }

    /** A stopped run waits for the one that failed, which reports. */
    private static void throwUnlessStopped(PlannedRun run, Throwable cause) {
        if (!(cause instanceof PlannedRun.StoppedException)) {
            throw new RunFailedException(run.policy().label(), run.replication(), cause);
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return runnable -> {
            Thread thread = new Thread(runnable, "tafsim-run-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
