package org.tafsim.engine;

import org.tafsim.stats.LatencyHistogram;

/** What is kept of one stage of an application's pipeline, of measured requests. */
final class StageStatistics {

    /** From the sending of its input until it has handed over. */
    final LatencyHistogram time = new LatencyHistogram();

    private final long budgetNanos;
    private long withinBudget;

    /** @param budgetNanos of the stage; {@code Long.MAX_VALUE} where it has none */
    StageStatistics(long budgetNanos) {
        this.budgetNanos = budgetNanos;
    }

    void record(long nanos) {
        time.record(nanos);
        withinBudget += nanos <= budgetNanos ? 1 : 0;
    }

    boolean hasBudget() {
        return budgetNanos < Long.MAX_VALUE;
    }

    /** Requests whose stage took no longer than it may. */
    long withinBudget() {
        return withinBudget;
    }
}
