package org.tafsim.engine;

import org.tafsim.model.ServedReplica;
import org.tafsim.serving.ServingSystem;

/** What the replicas of one tier have done since the start of the run. */
final class TierCounts {

    private double busyAcceleratorNanos;
    private long iterations;
    private long preemptions;
    private long swaps;
    private long searchedTokens;
    private long cachedTokens;

    void add(ServingSystem serving, int replica, ServedReplica spec) {
        busyAcceleratorNanos += (double) serving.busyNanos(replica) * spec.accelerators();
        iterations += serving.iterations(replica);
        preemptions += serving.preemptions(replica);
        swaps += serving.swaps(replica);
        searchedTokens += serving.searchedPromptTokens(replica);
        cachedTokens += serving.cachedPromptTokens(replica);
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

    long swaps() {
        return swaps;
    }

    /** Prompt tokens looked for in prefix caches. */
    long searchedTokens() {
        return searchedTokens;
    }

    /** Prompt tokens found there. */
    long cachedTokens() {
        return cachedTokens;
    }

    /** What was done between an earlier look and this one. */
    TierCounts since(TierCounts earlier) {
        TierCounts between = new TierCounts();
        between.busyAcceleratorNanos = busyAcceleratorNanos - earlier.busyAcceleratorNanos;
        between.iterations = iterations - earlier.iterations;
        between.preemptions = preemptions - earlier.preemptions;
        between.swaps = swaps - earlier.swaps;
        between.searchedTokens = searchedTokens - earlier.searchedTokens;
        between.cachedTokens = cachedTokens - earlier.cachedTokens;
        return between;
    }
}
