package org.tafsim.engine;

import org.tafsim.model.Contract;
import org.tafsim.model.RunSpec;
import org.tafsim.stats.TimeWeighted;

/** What is used of one contract, and what came of it in the measured time. */
final class ContractBook {

    private static final int SLICES = 10;

    private final Contract contract;
    private final RunSpec run;
    private final int most;
    private final long perWindow;
    private final SlidingCount placed;
    private final TimeWeighted use = new TimeWeighted(0, 0);
    private int inUse;
    private long requests;
    private long full;
    private long served;
    private long tokens;

    ContractBook(Contract contract, RunSpec run) {
        this.contract = contract;
        this.run = run;
        most = contract.capacity().concurrent().orElse(Integer.MAX_VALUE);
        perWindow = contract.capacity().perWindow();
        long sliceNanos = Math.max(1, (contract.capacity().windowNanos() + SLICES - 1) / SLICES);
        placed = new SlidingCount(sliceNanos, SLICES + 1); // a window reaches into so many slices
    }

    Contract contract() {
        return contract;
    }

    boolean isInForce(long nowNanos) {
        return contract.isInForce(nowNanos);
    }

    /** Whether it admits one more request now, where it is in force. */
    boolean hasRoom(long nowNanos) {
        return inUse < most && (perWindow == Long.MAX_VALUE || placed.at(nowNanos) < perWindow);
    }

    /** A request is placed under it. */
    void take(long nowNanos, boolean isMeasured) {
        inUse++;
        if (perWindow < Long.MAX_VALUE) {
            placed.add(nowNanos);
        }
        requests += isMeasured ? 1 : 0;
        observe(nowNanos);
    }

    /** It has left its replica. */
    void release(long nowNanos) {
        inUse--;
        observe(nowNanos);
    }

    private void observe(long nowNanos) {
        if (nowNanos <= run.horizonNanos()) {
            use.set(nowNanos, inUse);
        }
    }

    /** A measured request was served under it. */
    void charge(long tokensOfIt) {
        served++;
        tokens += tokensOfIt;
    }

    /** A measured request found it used up. */
    void countFull() {
        full++;
    }

    /** The warm-up is over. */
    void restart(long nowNanos) {
        use.restart(nowNanos);
    }

    /** Whether fewer requests than it has places are under way, and none too many came. */
    boolean keepsCapacity(long nowNanos) {
        return inUse <= most && (perWindow == Long.MAX_VALUE || placed.at(nowNanos) <= perWindow);
    }

    /** When the window of its rate moves on (ns). */
    long nextSliceNanos(long nowNanos) {
        return placed.nextSliceNanos(nowNanos);
    }

    /** Whether its rate, not the number of requests under way, keeps others away. */
    boolean isOverRate(long nowNanos) {
        return perWindow < Long.MAX_VALUE && placed.at(nowNanos) >= perWindow;
    }

    int inUse() {
        return inUse;
    }

    /** Measured requests, and stages of such, placed under it. */
    long requests() {
        return requests;
    }

    /** Of these, served. */
    long served() {
        return served;
    }

    /** Times that measured requests found it used up. */
    long full() {
        return full;
    }

    /** What the home operators pay for what was served (EUR). */
    double eur() {
        return contract.price().eur((double) served, (double) tokens);
    }

    double meanUse() {
        return use.mean(run.horizonNanos());
    }

    double peakUse() {
        return use.max();
    }
}
