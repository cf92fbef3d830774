package org.tafsim.experiment.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tafsim.engine.Simulation;
import org.tafsim.model.Scenario;

/** Works out the bounds of all replications, several at a time. */
public final class BoundsRunner {

    private BoundsRunner() {}

    /**
     * Bounds by replication, whatever the number of threads.
     *
     * @param threads at least 1
     * @throws InterruptedException where the calling thread was interrupted
     */
    public static List<ReplicationBounds> run(Simulation simulation, Scenario scenario, int threads)
            throws InterruptedException {
        List<Callable<ReplicationBounds>> all = new ArrayList<>();
        for (int replication = 0; replication < scenario.run().replications(); replication++) {
            int number = replication;
            all.add(() -> ReplicationBounds.of(scenario, simulation.demand("", number)));
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, all.size()));
        try {
            List<ReplicationBounds> bounds = new ArrayList<>();
            for (Future<ReplicationBounds> done : pool.invokeAll(all)) {
                bounds.add(done.get());
            }
            return bounds;
        } catch (ExecutionException e) {
            throw new IllegalStateException("No bound could be worked out: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
