package org.tafsim.serving;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Sequences that decode, in the order of their admission. Each emits one token in every iteration, so what is kept of one is
 * only the iteration that ends it; nothing is written to it in between.
 */
final class DecodeBatch {
    private static final long NEVER = Long.MAX_VALUE;

    private final RequestTable requests;
    private final KvPool pool;
    private final SequenceBlocks blocks;
    private final BusyShares shares;
    private final int[] members;

    /** The iteration, counted from the replica's first, with which the member has emitted its last token. */
    private final long[] lastSteps;

    /** The iteration with which the member hands over; {@link #NEVER} where it does not, or has. */
    private final long[] markedSteps;

    private int size;
    private long stepsMade;
    private long nextLastStep = NEVER;
    private long nextMarkedStep = NEVER;
    private long contextTokens;

    DecodeBatch(RequestTable requests, KvPool pool, SequenceBlocks blocks, BusyShares shares, int maxSequences) {
        this.requests = requests;
        this.pool = pool;
        this.blocks = blocks;
        this.shares = shares;
        members = new int[maxSequences];
        lastSteps = new long[maxSequences];
        markedSteps = new long[maxSequences];
    }

    int size() {
        return size;
    }

    /** Iterations the replica has made. */
    long stepsMade() {
        return stepsMade;
    }

    /** Σ of the contexts in the KV cache (tokens). */
    long contextTokens() {
        return contextTokens;
    }

    /** Iterations until the first member ends. */
    long stepsUntilNextEnd() {
        return nextLastStep - stepsMade;
    }

    /** Iterations until the first member ends or hands over. */
    long stepsUntilNextNotice() {
        return Math.min(nextLastStep, nextMarkedStep) - stepsMade;
    }

    /** Takes in a sequence whose prefill is done and whose first token is out; its blocks are held. */
    void join(int request) {
        int remaining = requests.output(request) - requests.emitted(request);
        int context = requests.contextWithRemaining(request, remaining);
        members[size] = request;
        lastSteps[size] = stepsMade + remaining;
        nextLastStep = Math.min(nextLastStep, lastSteps[size]);
        int toHandOver = requests.handOver(request) - requests.emitted(request);
        markedSteps[size] = toHandOver > 0 ? stepsMade + toHandOver : NEVER;
        nextMarkedStep = Math.min(nextMarkedStep, markedSteps[size]);
        size++;
        contextTokens += context;
        pool.startGrowth(context);
        shares.join(request);
    }

    /** Makes iterations, none beyond the next end. */
    void advance(int steps) {
        stepsMade += steps;
        contextTokens += (long) steps * size;
        blocks.grow(steps);
    }

    /** Tells of the members that hand over with the token just emitted. */
    void handOver(StepNotices notices) {
        if (nextMarkedStep != stepsMade) {
            return;
        }
        nextMarkedStep = NEVER;
        for (int i = 0; i < size; i++) {
            if (markedSteps[i] == stepsMade) {
                markedSteps[i] = NEVER;
                notices.addHandOver(members[i]);
            }
            nextMarkedStep = Math.min(nextMarkedStep, markedSteps[i]);
        }
    }

    /** Drops the members that have emitted their last token, and gives their blocks back. */
    void dropEnded(StepNotices notices) {
        if (nextLastStep != stepsMade) {
            return;
        }
        int kept = 0;
        long next = NEVER;
        for (int i = 0; i < size; i++) {
            long lastStep = lastSteps[i];
            if (lastStep == stepsMade) {
                leave(members[i], 0);
                notices.addFinish(members[i]);
            } else {
                members[kept] = members[i];
                lastSteps[kept] = lastStep;
                markedSteps[kept] = markedSteps[i];
                kept++;
                next = Math.min(next, lastStep);
            }
        }
        size = kept;
        nextLastStep = next;
    }

    /**
     * The member that is first to lose its blocks: of those with the highest priority number the one admitted last.
     *
     * @param highest number that any member may have
     */
    int firstToLose(int highest) {
        int worst = size - 1;
        for (int i = worst - 1; i >= 0 && requests.priority(members[worst]) < highest; i--) {
            if (requests.priority(members[i]) > requests.priority(members[worst])) {
                worst = i;
            }
        }
        return worst;
    }

    /** Drops a member, which forgets its KV cache but not what it has emitted. */
    int preempt(int place) {
        int request = members[place];
        int remaining = remaining(place);
        long lastStep = lastSteps[place];
        leave(request, remaining);
        requests.setEmitted(request, requests.output(request) - remaining);
        size--;
        System.arraycopy(members, place + 1, members, place, size - place);
        System.arraycopy(lastSteps, place + 1, lastSteps, place, size - place);
        System.arraycopy(markedSteps, place + 1, markedSteps, place, size - place);
        if (lastStep == nextLastStep) {
            nextLastStep = Arrays.stream(lastSteps, 0, size).min().orElse(NEVER);
        }
        if (nextMarkedStep != NEVER) {
            nextMarkedStep = Arrays.stream(markedSteps, 0, size).min().orElse(NEVER);
        }
        return request;
    }

    private void leave(int request, int remaining) {
        int context = requests.contextWithRemaining(request, remaining);
        contextTokens -= context;
        pool.stopGrowth(context);
        shares.leave(request);
        blocks.fill(request, context);
        blocks.release(request, context);
    }

    private int remaining(int member) {
        return (int) (lastSteps[member] - stepsMade);
    }

    /** Tokens that the members have emitted (audit). */
    long emittedTokens() {
        return IntStream.range(0, size)
                .mapToLong(i -> requests.output(members[i]) - remaining(i))
                .sum();
    }

    /** Place of a member; -1 where it is none. */
    int find(int request) {
        int place = size - 1;
        while (place >= 0 && members[place] != request) {
            place--;
        }
        return place;
    }

    int member(int place) {
        return members[place];
    }

    /** Every member's context in the KV cache (audit). */
    int[] contexts() {
        int[] contexts = new int[size];
        Arrays.setAll(contexts, i -> requests.contextWithRemaining(members[i], remaining(i)));
        return contexts;
    }
}
