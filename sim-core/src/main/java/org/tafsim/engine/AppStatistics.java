package org.tafsim.engine;

import org.tafsim.stats.LatencyHistogram;
import org.tafsim.stats.Tally;

/** What is kept of the measured requests of one application, or, merged, of all. */
final class AppStatistics {

    final long[] outcomes = new long[Outcome.values().length];
    final LatencyHistogram ttft = new LatencyHistogram();
    final LatencyHistogram tpot = new LatencyHistogram();
    final LatencyHistogram endToEnd = new LatencyHistogram();
    final Tally networkNanos = new Tally();
    final Tally connectNanos = new Tally();
    final Tally radioNanos = new Tally();
    final Tally fiberNanos = new Tally();
    final Tally linkNanos = new Tally();
    final Tally heldNanos = new Tally();
    final Tally queueNanos = new Tally();
    final Tally computeNanos = new Tally();
    long metSlo;
    long promptTokens;
    long outputTokens;

    /** Prompt tokens of which the text is known, and those of them found in a prefix cache. */
    long knownTokens;

    long cachedTokens;

    /** Requests that lost a replica, and completed all the same. */
    long failovers;

    /** Requests that ended, in any way. */
    long requests() {
        long sum = 0;
        for (long count : outcomes) {
            sum += count;
        }
        return sum;
    }

    void merge(AppStatistics other) {
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] += other.outcomes[i];
        }
        ttft.merge(other.ttft);
        tpot.merge(other.tpot);
        endToEnd.merge(other.endToEnd);
        networkNanos.merge(other.networkNanos);
        connectNanos.merge(other.connectNanos);
        radioNanos.merge(other.radioNanos);
        fiberNanos.merge(other.fiberNanos);
        linkNanos.merge(other.linkNanos);
        heldNanos.merge(other.heldNanos);
        queueNanos.merge(other.queueNanos);
        computeNanos.merge(other.computeNanos);
        metSlo += other.metSlo;
        promptTokens += other.promptTokens;
        outputTokens += other.outputTokens;
        knownTokens += other.knownTokens;
        cachedTokens += other.cachedTokens;
        failovers += other.failovers;
    }
}
