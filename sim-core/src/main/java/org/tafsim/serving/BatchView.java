package org.tafsim.serving;

import org.tafsim.kernel.Kernel;

/** A replica that takes whole batches, as of the kernel's time. Its tokens are units of its input; it has no KV cache. */
final class BatchView implements ServerView {
    private final BatchServer server;
    private final Kernel kernel;
    private final BatchTime time;

    BatchView(BatchServer server, Kernel kernel, BatchTime time) {
        this.server = server;
        this.kernel = kernel;
        this.time = time;
    }

    @Override
    public int waitingRequests() {
        return server.waiting().size();
    }

    @Override
    public int runningSequences() {
        return server.size();
    }

    @Override
    public long waitingPrefillTokens() {
        return server.waiting().prefillTokens();
    }

    @Override
    public double kvUsedFraction() {
        return 0;
    }

    /** The rest of the batch, what waits in full batches, and its own; as if it waited for nobody. */
    @Override
    public double predictedPrefillSeconds(int units) {
        double own = time.seconds(server.waitingItems() + time.itemsOf(units), units);
        return server.restNanos() / 1e9 + (server.speed() > 0 ? own / server.speed() : own);
    }

    @Override
    public long busyNanos() {
        return counters().busyNanos(kernel.nowNanos());
    }

    @Override
    public long prefillNanos() {
        return busyNanos();
    }

    @Override
    public long iterations() {
        return server.batches();
    }

    @Override
    public long generatedTokens() {
        return counters().generatedTokens();
    }

    @Override
    public long prefilledTokens() {
        return counters().prefilledTokens();
    }

    @Override
    public ReplicaCounters counters() {
        return server.counters();
    }
}
