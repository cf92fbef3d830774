package org.tafsim.engine;

import org.tafsim.model.ReplicaSpec;
import org.tafsim.serving.ServingSystem;

/** What the replicas of one tier have done since the start of the run. */
final class TierCounts {

    private double busyAcceleratorNanos;
    private long iterations;
    private long preemptions;

    void add(ServingSystem serving, int replica, ReplicaSpec spec) {
        busyAcceleratorNanos += (double) serving.busyNanos(replica) * spec.tensorParallel();
        iterations += serving.iterations(replica);
        preemptions += serving.preemptions(replica);
    }

    /** Time in which accelerators computed, summed over them (ns). */
    double busyAcceleratorNanos() {
        return busyAcceleratorNanos;
    }

    long iterations() {
        return iterations;
    }

    long preemptions() {
        return preemptions;
    }

    /** What was done between an earlier look and this one. */
    TierCounts since(TierCounts earlier) {
        TierCounts between = new TierCounts();
        between.busyAcceleratorNanos = busyAcceleratorNanos - earlier.busyAcceleratorNanos;
        between.iterations = iterations - earlier.iterations;
        between.preemptions = preemptions - earlier.preemptions;
        return between;
    }
}
