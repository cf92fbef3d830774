package org.tafsim.experiment;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tafsim.engine.RunResult;
import org.tafsim.model.PolicySpec;

/**
 * One run to come.
 *
 * @param index position in the order of results
 * @param policy that routes
 * @param replication from 0
 * @param task simulates
 * @param log takes the requests
 * @param stop set where the run is no longer wanted: the next request to end ends the run
 */
record PlannedRun(int index, PolicySpec policy, int replication, RunTask task, RequestLog log, AtomicBoolean stop)
        implements Callable<RunResult> {

    String label() {
        return "%s, replication %s".formatted(policy.label(), replication + 1);
    }

    /** Ends a run that is no longer wanted. */
    static final class StoppedException extends RuntimeException {
        private StoppedException() {
            super("The run was stopped, because another one failed or the caller was interrupted.");
        }
    }

    /** Runs; of all the runs that share a stop signal, only the first to fail throws what it failed of. */
    @Override
    public RunResult call() throws IOException {
        try {
            return simulate();
        } catch (Throwable failure) {
            if (stop.getAndSet(true)) {
                throw new StoppedException();
            }
            throw failure;
        }
    }

    private RunResult simulate() throws IOException {
        checkWanted();
        try (RequestLog.Part part = log.open(index, policy, replication)) {
            RunResult result = task.run(policy, replication, request -> {
                checkWanted();
                part.record(request);
            });
            if (!result.policy().equals(policy.label()) || result.replication() != replication) {
                throw new IllegalStateException("The result is of policy %s, replication %s."
                        .formatted(result.policy(), result.replication() + 1));
            }
            return result;
        }
    }

    private void checkWanted() {
        if (stop.get()) {
            throw new StoppedException();
        }
    }
}
