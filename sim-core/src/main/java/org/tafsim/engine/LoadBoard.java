package org.tafsim.engine;

import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.serving.ServingSystem;

/**
 * What controllers know of the replicas' load: the live state, or, where telemetry has an age, the state as of its last
 * period. It grows older while the control plane is down.
 */
final class LoadBoard {

    private final Kernel kernel;
    private final ServingSystem serving;
    private final Openings openings;
    private final long periodNanos;
    private final int tick;
    private final int[] waiting;
    private final int[] running;
    private final long[] prefillTokens;
    private final double[] kvUsed;
    private final double[] waitSeconds;

    LoadBoard(Kernel kernel, ServingSystem serving, Openings openings, int replicas, long periodNanos) {
        this.kernel = kernel;
        this.serving = serving;
        this.openings = openings;
        this.periodNanos = periodNanos;
        int copies = periodNanos > 0 ? replicas : 0;
        waiting = new int[copies];
        running = new int[copies];
        prefillTokens = new long[copies];
        kvUsed = new double[copies];
        waitSeconds = new double[copies];
        tick = kernel.register(EventRank.CONTROL, (entity, argument) -> refresh());
    }

    /** Begins the periodic copy, where there is one. */
    void start() {
        if (periodNanos > 0) {
            refresh();
        }
    }

    int waitingRequests(int replica) {
        return periodNanos > 0 ? waiting[replica] : serving.waitingRequests(replica);
    }

    int runningSequences(int replica) {
        return periodNanos > 0 ? running[replica] : serving.runningSequences(replica);
    }

    long waitingPrefillTokens(int replica) {
        return periodNanos > 0 ? prefillTokens[replica] : serving.waitingPrefillTokens(replica);
    }

    double kvUsedFraction(int replica) {
        return periodNanos > 0 ? kvUsed[replica] : serving.kvUsedFraction(replica);
    }

    /** Time from reaching the replica to the first token leaving it, to expect of a prompt (s). */
    double prefillSeconds(int replica, int promptTokens) {
        return periodNanos > 0
                ? waitSeconds[replica] + ownPrefillSeconds(replica, promptTokens)
                : serving.predictedPrefillSeconds(replica, promptTokens);
    }

    /** What the prompt adds to the wait of a request of one token; hardly depends on the load. */
    private double ownPrefillSeconds(int replica, int promptTokens) {
        return serving.predictedPrefillSeconds(replica, promptTokens) - serving.predictedPrefillSeconds(replica, 1);
    }

    private void refresh() {
        for (int replica = 0; replica < waiting.length && openings.isControlled(); replica++) {
            waiting[replica] = serving.waitingRequests(replica);
            running[replica] = serving.runningSequences(replica);
            prefillTokens[replica] = serving.waitingPrefillTokens(replica);
            kvUsed[replica] = serving.kvUsedFraction(replica);
            waitSeconds[replica] = serving.predictedPrefillSeconds(replica, 1);
        }
        kernel.schedule(kernel.nowNanos() + periodNanos, tick, 0, 0);
    }
}
