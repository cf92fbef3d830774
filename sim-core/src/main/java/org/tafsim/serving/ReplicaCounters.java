package org.tafsim.serving;

/** What a replica has done up to the start of the iterations under way. */
final class ReplicaCounters {
    private final BusyShares shares;
    private long generatedTokens;
    private long prefilledTokens;
    private long preemptions;
    private long swaps;
    private long lostTokens;
    private long searchedTokens;
    private long hitTokens;
    private long busyNanos;
    private long busySinceNanos;
    private boolean isBusy;
    private long prefillNanos;
    private long prefillSinceNanos;
    private boolean isPrefilling;

    ReplicaCounters(RequestTable requests) {
        shares = new BusyShares(requests);
    }

    /** Whose its busy time was. */
    BusyShares shares() {
        return shares;
    }

    void countSteps(int steps, int decodes, int prefillTokens) {
        generatedTokens += (long) steps * decodes;
        prefilledTokens += prefillTokens;
    }

    void countPrefillEnd() {
        generatedTokens++;
    }

    void countPreemption() {
        preemptions++;
    }

    void countSwap() {
        swaps++;
    }

    void countLost(int tokens) {
        lostTokens += tokens;
    }

    void countSearch(int promptTokens, int hits) {
        searchedTokens += promptTokens;
        hitTokens += hits;
    }

    void beginBusy(long nowNanos) {
        isBusy = true;
        busySinceNanos = nowNanos;
        shares.startAt(nowNanos);
    }

    /** Iterations begin of which the first, alone, has prompt tokens in it, or none has. */
    void beginSteps(long nowNanos, boolean hasPrompts) {
        prefillNanos = prefillNanos(nowNanos);
        prefillSinceNanos = nowNanos;
        isPrefilling = hasPrompts;
    }

    void endBusy(long nowNanos) {
        beginSteps(nowNanos, false);
        busyNanos = busyNanos(nowNanos);
        isBusy = false;
    }

    /** Whether iterations run. */
    boolean isBusy() {
        return isBusy;
    }

    long busyNanos(long nowNanos) {
        return isBusy ? busyNanos + nowNanos - busySinceNanos : busyNanos;
    }

    long prefillNanos(long nowNanos) {
        return isPrefilling ? prefillNanos + nowNanos - prefillSinceNanos : prefillNanos;
    }

    long generatedTokens() {
        return generatedTokens;
    }

    long prefilledTokens() {
        return prefilledTokens;
    }

    /** Tokens emitted for requests that were lost with the replica. */
    long lostTokens() {
        return lostTokens;
    }

    /** Prompt tokens that were looked for in the prefix cache. */
    long searchedTokens() {
        return searchedTokens;
    }

    /** Prompt tokens that were found there. */
    long hitTokens() {
        return hitTokens;
    }

    /** Preemptions of which the KV cache went to the host. */
    long swaps() {
        return swaps;
    }

    long preemptions() {
        return preemptions;
    }
}
