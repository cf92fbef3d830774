package org.tafsim.engine;

import java.util.Arrays;
import org.tafsim.model.PromptText;

/**
 * Requests under way: one slot each, reused after the request has ended.
 *
 * <p>Columns are plain arrays, indexed by slot; they may be replaced when the table grows, so nobody keeps them.
 */
final class RequestTable {

    /** Value of a time that has not come. */
    static final long NOT_YET = 0;

    /** In place of the request that a part belongs to, where that has ended. */
    static final int ORPHAN = -2;

    int[] app = new int[1024];
    int[] population = new int[1024];
    int[] replica = new int[1024];
    int[] lawApp = new int[1024];
    int[] brokenRules = new int[1024];
    int[] losses = new int[1024];

    /** Scenario index of the contract under which it is at its replica; -1 where none is needed. */
    int[] contract = new int[1024];

    int[] generation = new int[1024];
    int[] promptTokens = new int[1024];
    int[] outputTokens = new int[1024];
    int[] cachedTokens = new int[1024];

    /** Slot of the session that it is a request of; {@link Sessions#NONE} where it stands alone. */
    int[] session = new int[1024];

    /** Place in its application's pipeline, from 0. Prompt and output are those of this stage. */
    int[] stage = new int[1024];

    /** Number as which its stage asks for a place. */
    int[] asked = new int[1024];

    /** Site that the input of its stage lies at; -1 where that is with the user. */
    int[] inputSite = new int[1024];

    /** Tokens that its stage handed over early, to a part of the request that runs ahead; 0 where none. */
    int[] handedTokens = new int[1024];

    /** Slot of the part that runs ahead, or of its last copy, and of a copy that of the copy before; -1 where there is none. */
    int[] ahead = new int[1024];

    /** Slot of the request that this is a part or copy of; -1 where it is one, {@link #ORPHAN} where that does not want it any more. */
    int[] whole = new int[1024];

    /** Tokens of the decoders among the stages that are over. */
    int[] earlierPrompt = new int[1024];

    int[] earlierOutput = new int[1024];
    long[] sequence = new long[1024];
    long[] arrivalNanos = new long[1024];
    long[] reachedNanos = new long[1024];
    long[] admittedNanos = new long[1024];
    long[] firstTokenNanos = new long[1024];
    long[] servedNanos = new long[1024];
    /** When its client gave up; {@link #NOT_YET} where it did not. */
    long[] expiredNanos = new long[1024];

    /** Handle of the event of its client's giving up, where there is one. */
    long[] timeoutEvent = new long[1024];

    /** When the input of its stage was sent. */
    long[] stageSinceNanos = new long[1024];

    /** Time in line, and in batches, of the stages that are over (ns). */
    long[] earlierQueueNanos = new long[1024];

    long[] earlierComputeNanos = new long[1024];

    /** How it ends once {@link #expiredNanos} is set. */
    Outcome[] fate = new Outcome[1024];

    boolean[] measured = new boolean[1024];

    /** Whether it has waited at the door of a replica that was not ready. */
    boolean[] isCold = new boolean[1024];

    PromptText[] promptText = new PromptText[1024];
    final SegmentTable segments = new SegmentTable();
    private boolean[] used = new boolean[1024];
    private int[] free = new int[1024];
    private int freeCount;
    private int slots;

    /** Takes a slot; its times are {@link #NOT_YET}. */
    int allocate() {
        int slot = freeCount > 0 ? free[--freeCount] : newSlot();
        used[slot] = true;
        segments.reset(slot);
        replica[slot] = -1;
        brokenRules[slot] = 0;
        losses[slot] = 0;
        contract[slot] = -1;
        cachedTokens[slot] = 0;
        session[slot] = Sessions.NONE;
        stage[slot] = 0;
        inputSite[slot] = -1;
        handedTokens[slot] = 0;
        ahead[slot] = -1;
        whole[slot] = -1;
        earlierPrompt[slot] = 0;
        earlierOutput[slot] = 0;
        earlierQueueNanos[slot] = 0;
        earlierComputeNanos[slot] = 0;
        fate[slot] = Outcome.EXPIRED;
        isCold[slot] = false;
        reachedNanos[slot] = NOT_YET;
        admittedNanos[slot] = NOT_YET;
        firstTokenNanos[slot] = NOT_YET;
        servedNanos[slot] = NOT_YET;
        expiredNanos[slot] = NOT_YET;
        return slot;
    }

    /** Takes a slot for a part of a request that runs ahead of it, or for a copy. */
    int allocatePart(int of) {
        int part = allocate();
        app[part] = app[of];
        population[part] = population[of];
        sequence[part] = sequence[of];
        measured[part] = measured[of];
        arrivalNanos[part] = arrivalNanos[of];
        promptText[part] = PromptText.UNKNOWN;
        inputSite[part] = -1;
        whole[part] = of;
        ahead[part] = ahead[of];
        ahead[of] = part;
        return part;
    }

    /** Takes a slot for a copy of a request, which has none of its times. */
    int allocateCopy(int of) {
        int copy = allocatePart(of);
        asked[copy] = asked[of];
        promptTokens[copy] = promptTokens[of];
        outputTokens[copy] = outputTokens[of];
        promptText[copy] = promptText[of];
        losses[copy] = losses[of];
        return copy;
    }

    /** Takes a part or copy off its request. */
    void detach(int part) {
        int before = whole[part];
        while (ahead[before] != part) {
            before = ahead[before];
        }
        ahead[before] = ahead[part];
        ahead[part] = -1;
        whole[part] = ORPHAN;
    }

    /** A copy becomes the request, and the request a copy that nobody wants. */
    void swap(int copy) {
        int old = whole[copy];
        detach(copy);
        for (int other = ahead[old]; other >= 0; other = ahead[other]) {
            whole[other] = copy;
        }
        ahead[copy] = ahead[old];
        ahead[old] = -1;
        whole[copy] = -1;
        whole[old] = ORPHAN;
        session[copy] = session[old];
        session[old] = Sessions.NONE;
        losses[copy] = losses[old];
        isCold[copy] |= isCold[old];
    }

    /** Forgets a replica that stopped: what it sent does not count any more. */
    void forget(int slot) {
        brokenRules[slot] = 0;
        losses[slot]++;
        generation[slot]++;
        handedTokens[slot] = 0;
        segments.reset(slot);
        leaveReplica(slot);
    }

    /** Ends a stage, of which the times are kept. */
    void endStage(int slot) {
        earlierQueueNanos[slot] += admittedNanos[slot] - reachedNanos[slot];
        earlierComputeNanos[slot] += servedNanos[slot] - admittedNanos[slot];
        long first = firstTokenNanos[slot];
        leaveReplica(slot);
        firstTokenNanos[slot] = first;
    }

    private void leaveReplica(int slot) {
        replica[slot] = -1;
        reachedNanos[slot] = NOT_YET;
        admittedNanos[slot] = NOT_YET;
        firstTokenNanos[slot] = NOT_YET;
        servedNanos[slot] = NOT_YET;
    }

    /** Gives a slot back. */
    void free(int slot) {
        used[slot] = false;
        promptText[slot] = PromptText.UNKNOWN;
        free[freeCount++] = slot;
    }

    /** Whether a request holds the slot. */
    boolean isUsed(int slot) {
        return used[slot];
    }

    /** Whether it is a part of a request that runs ahead of it, or a copy. */
    boolean isPart(int slot) {
        return whole[slot] != -1;
    }

    /** Whether its client has given up, or the request has failed. */
    boolean isExpired(int slot) {
        return expiredNanos[slot] != NOT_YET;
    }

    /** Whether the slot's request is held, or in line at a replica and not yet admitted for the first time. */
    boolean isWaiting(int slot) {
        return used[slot] && (replica[slot] < 0 || (reachedNanos[slot] != NOT_YET && admittedNanos[slot] == NOT_YET));
    }

    /** Whether the slot's request is at its replica: at the door, in line or in the batch. */
    boolean isAtReplica(int slot) {
        return reachedNanos[slot] != NOT_YET && servedNanos[slot] == NOT_YET;
    }

    /** Slots ever taken: the bound for looking at all of them. */
    int slots() {
        return slots;
    }

    /** Requests under way. */
    int inFlight() {
        return slots - freeCount;
    }

    private int newSlot() {
        if (slots == app.length) {
            grow(2 * slots);
        }
        return slots++;
    }

    private void grow(int capacity) {
        app = Arrays.copyOf(app, capacity);
        population = Arrays.copyOf(population, capacity);
        replica = Arrays.copyOf(replica, capacity);
        lawApp = Arrays.copyOf(lawApp, capacity);
        brokenRules = Arrays.copyOf(brokenRules, capacity);
        losses = Arrays.copyOf(losses, capacity);
        contract = Arrays.copyOf(contract, capacity);
        generation = Arrays.copyOf(generation, capacity);
        promptTokens = Arrays.copyOf(promptTokens, capacity);
        outputTokens = Arrays.copyOf(outputTokens, capacity);
        cachedTokens = Arrays.copyOf(cachedTokens, capacity);
        session = Arrays.copyOf(session, capacity);
        stage = Arrays.copyOf(stage, capacity);
        asked = Arrays.copyOf(asked, capacity);
        inputSite = Arrays.copyOf(inputSite, capacity);
        handedTokens = Arrays.copyOf(handedTokens, capacity);
        ahead = Arrays.copyOf(ahead, capacity);
        whole = Arrays.copyOf(whole, capacity);
        earlierPrompt = Arrays.copyOf(earlierPrompt, capacity);
        earlierOutput = Arrays.copyOf(earlierOutput, capacity);
        stageSinceNanos = Arrays.copyOf(stageSinceNanos, capacity);
        earlierQueueNanos = Arrays.copyOf(earlierQueueNanos, capacity);
        earlierComputeNanos = Arrays.copyOf(earlierComputeNanos, capacity);
        fate = Arrays.copyOf(fate, capacity);
        sequence = Arrays.copyOf(sequence, capacity);
        arrivalNanos = Arrays.copyOf(arrivalNanos, capacity);
        reachedNanos = Arrays.copyOf(reachedNanos, capacity);
        admittedNanos = Arrays.copyOf(admittedNanos, capacity);
        firstTokenNanos = Arrays.copyOf(firstTokenNanos, capacity);
        servedNanos = Arrays.copyOf(servedNanos, capacity);
        expiredNanos = Arrays.copyOf(expiredNanos, capacity);
        timeoutEvent = Arrays.copyOf(timeoutEvent, capacity);
        measured = Arrays.copyOf(measured, capacity);
        isCold = Arrays.copyOf(isCold, capacity);
        promptText = Arrays.copyOf(promptText, capacity);
        used = Arrays.copyOf(used, capacity);
        free = Arrays.copyOf(free, capacity);
    }
}
