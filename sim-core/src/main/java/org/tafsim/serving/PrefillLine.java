package org.tafsim.serving;

/**
 * Prompts in prefill, in the order of their admission. A request is admitted only while the step's budget lasts, so all but
 * the last end with the step, and between steps there is one at most.
 */
final class PrefillLine {
    private final RequestTable requests;
    private final int[] members;

    /** Tokens of each member that the step prefills. */
    private final int[] chunks;

    private int size;
    private int ending;

    /** Tokens of the first member in the KV cache before the step, and of the last after it. */
    private int cachedBefore;

    private int cachedAfter;

    private int stepTokens;
    private long stepUnits;
    private long pendingTokens;

    PrefillLine(RequestTable requests, int maxSequences) {
        this.requests = requests;
        members = new int[maxSequences];
        chunks = new int[maxSequences];
    }

    int size() {
        return size;
    }

    int member(int place) {
        return members[place];
    }

    /** Tokens of a member that the step prefills. */
    int chunk(int place) {
        return chunks[place];
    }

    boolean contains(int request) {
        int place = 0;
        while (place < size && members[place] != request) {
            place++;
        }
        return place < size;
    }

    /** Members, counted from the first, whose prefill ends with the step. */
    int ending() {
        return ending;
    }

    /** Tokens that the step prefills. */
    int stepTokens() {
        return stepTokens;
    }

    /** Σ n(2c + n) of the step's chunks, n tokens on top of c cached. */
    long stepUnits() {
        return stepUnits;
    }

    /** Tokens not in the KV cache, those of the step included. */
    long pendingTokens() {
        return pendingTokens;
    }

    /** Tokens left to prefill after the step. */
    long tokensAfterStep() {
        return pendingTokens - stepTokens;
    }

    /** Σ n(2c + n) left after the step. */
    double unitsAfterStep() {
        if (ending == size) {
            return 0;
        }
        double prefill = requests.prefill(members[size - 1]);
        return prefill * prefill - (double) cachedAfter * cachedAfter;
    }

    /** Gives the prompt left over from the last step its next chunk, where there is one. */
    void continueWithin(int budget) {
        if (size > 0) {
            take(0, requests.prefill(members[0]), cachedBefore, budget);
        }
    }

    /** Takes in a prompt of which so many tokens are in the KV cache already, with its first chunk. */
    void admit(int request, int cached, int budget) {
        int prefill = requests.prefill(request);
        members[size++] = request;
        pendingTokens += prefill - cached;
        take(size - 1, prefill, cached, budget);
    }

    /** Tokens of the last member in the KV cache after the step. */
    int cachedAfter() {
        return cachedAfter;
    }

    private void take(int place, int prefill, int cached, int budget) {
        int chunk = Math.min(prefill - cached, budget);
        chunks[place] = chunk;
        cachedAfter = cached + chunk;
        stepTokens += chunk;
        stepUnits += (long) chunk * (2L * cached + chunk);
        if (cachedAfter == prefill) {
            ending++;
        }
    }

    /** Ends the step: only a prompt that has not come to its end stays. */
    void endStep() {
        pendingTokens -= stepTokens;
        boolean isOneLeft = ending < size;
        members[0] = members[Math.max(0, size - 1)];
        size = isOneLeft ? 1 : 0;
        cachedBefore = isOneLeft ? cachedAfter : 0;
        clearStep();
    }

    /** Drops the prompt left over from the last step; its work is lost. */
    int preemptLast() {
        size--;
        pendingTokens = 0;
        cachedBefore = 0;
        return members[0];
    }

    /** Drops all prompts, in the middle of a step too; their work is lost. */
    void clear() {
        size = 0;
        pendingTokens = 0;
        cachedBefore = 0;
        clearStep();
    }

    private void clearStep() {
        ending = 0;
        stepTokens = 0;
        stepUnits = 0;
    }
}
