package org.tafsim.serving;

import org.tafsim.kernel.Kernel;

/**
 * A replica as of the kernel's time, in the middle of a run of iterations too. All is counted from boundaries that both modes
 * share, never from the ends of runs, so both modes show the same digits.
 */
final class ReplicaView implements ServerView {
    private final Replica replica;
    private final Kernel kernel;
    private final RunningBatch batch;
    private final StepRun run;
    private final ReplicaCounters counters;

    ReplicaView(Replica replica, Kernel kernel, RunningBatch batch, StepRun run, ReplicaCounters counters) {
        this.replica = replica;
        this.kernel = kernel;
        this.batch = batch;
        this.run = run;
        this.counters = counters;
    }

    @Override
    public int waitingRequests() {
        return batch.waiting().size();
    }

    @Override
    public int runningSequences() {
        return batch.size();
    }

    @Override
    public long prefilledTokens() {
        return counters.prefilledTokens();
    }

    @Override
    public ReplicaCounters counters() {
        return counters;
    }

    /** Iterations of the run under way that are over. */
    private int stepsOver() {
        return run.stepsBy(kernel.nowNanos());
    }

    @Override
    public long iterations() {
        return batch.decodes().stepsMade() + stepsOver();
    }

    @Override
    public long generatedTokens() {
        return counters.generatedTokens() + (long) batch.decodes().size() * stepsOver();
    }

    @Override
    public double kvUsedFraction() {
        return (double) usedBlocks() / batch.pool().blocks();
    }

    private int usedBlocks() {
        return batch.pool().used() + batch.pool().growthOver(stepsOver());
    }

    @Override
    public long waitingPrefillTokens() {
        return batch.waiting().prefillTokens() + batch.prefills().pendingTokens();
    }

    @Override
    public long busyNanos() {
        return counters.busyNanos(kernel.nowNanos());
    }

    @Override
    public long prefillNanos() {
        return counters.prefillNanos(kernel.nowNanos());
    }

    @Override
    public double predictedPrefillSeconds(int promptTokens) {
        int decoding = batch.decodes().size();
        int steps = stepsToNextBoundary();
        long contexts = batch.decodes().contextTokens() + (long) decoding * (steps + 1);
        long tokens = batch.waiting().prefillTokens() + batch.prefills().tokensAfterStep() + promptTokens;
        double units = batch.waiting().attentionUnits()
                + batch.prefills().unitsAfterStep()
                + (double) promptTokens * promptTokens;
        double wait = run.steps() == 0 || run.isHeld() ? 0 : (run.boundaryNanos(steps) - kernel.nowNanos()) / 1e9;
        if (batch.wouldBlock(promptTokens, usedBlocks())) {
            wait += secondsUntilNextEnd(steps, contexts);
        }
        return wait + replica.time().prefillSeconds(tokens, units, decoding, contexts);
    }

    /** A step that prefills may have no room left, even where it begins right now. */
    private int stepsToNextBoundary() {
        boolean isDecoding = run.steps() > 0 && batch.prefills().size() == 0;
        return isDecoding ? run.stepsToBoundaryFrom(kernel.nowNanos()) : run.steps();
    }

    /** From the boundary after so many iterations until a decode ends, were there nothing to prefill (s). */
    private double secondsUntilNextEnd(int steps, long contexts) {
        int decoding = batch.decodes().size();
        long stepsLeft = decoding == 0 ? 0 : Math.max(0, batch.decodes().stepsUntilNextEnd() - steps);
        return replica.time().decodeSeconds(stepsLeft, decoding, contexts);
    }
}
