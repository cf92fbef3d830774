package org.tafsim.serving;

/** What a replica has done up to the start of the iterations under way. */
final class ReplicaCounters {
    private long generatedTokens;
    private long prefilledTokens;
    private long preemptions;
    private long lostTokens;
    private long busyNanos;
    private long busySinceNanos;
    private boolean isBusy;
    private long prefillNanos;
    private long prefillSinceNanos;
    private boolean isPrefilling;

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

    void countLost(int tokens) {
        lostTokens += tokens;
    }

    void beginBusy(long nowNanos) {
        isBusy = true;
        busySinceNanos = nowNanos;
    }

    /** Iterations begin of which the first, alone, has prompt tokens in it, or none has. */
    void beginSteps(long nowNanos, boolean hasPrompts) {
        prefillNanos = prefillNanos(nowNanos);
        prefillSinceNanos = nowNanos;
        isPrefilling = hasPrompts;
    }

    void endBusy(long nowNanos) {
        beginSteps(nowNanos, false);
        isBusy = false;
        busyNanos += nowNanos - busySinceNanos;
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

    long preemptions() {
        return preemptions;
    }
}
