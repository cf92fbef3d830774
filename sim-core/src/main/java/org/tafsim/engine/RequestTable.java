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

    int[] app = new int[1024];
    int[] population = new int[1024];
    int[] replica = new int[1024];
    int[] lawApp = new int[1024];
    int[] brokenRules = new int[1024];
    int[] losses = new int[1024];
    int[] generation = new int[1024];
    int[] promptTokens = new int[1024];
    int[] outputTokens = new int[1024];
    int[] cachedTokens = new int[1024];
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

    boolean[] measured = new boolean[1024];
    PromptText[] promptText = new PromptText[1024];
    private boolean[] used = new boolean[1024];
    private int[] free = new int[1024];
    private int freeCount;
    private int slots;

    /** Takes a slot; its times are {@link #NOT_YET}. */
    int allocate() {
        int slot = freeCount > 0 ? free[--freeCount] : newSlot();
        used[slot] = true;
        replica[slot] = -1;
        brokenRules[slot] = 0;
        losses[slot] = 0;
        cachedTokens[slot] = 0;
        reachedNanos[slot] = NOT_YET;
        admittedNanos[slot] = NOT_YET;
        firstTokenNanos[slot] = NOT_YET;
        servedNanos[slot] = NOT_YET;
        expiredNanos[slot] = NOT_YET;
        return slot;
    }

    /** Forgets a replica that stopped: what it sent does not count any more. */
    void forget(int slot) {
        replica[slot] = -1;
        brokenRules[slot] = 0;
        losses[slot]++;
        generation[slot]++;
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

    /** Whether its client has given up. */
    boolean isExpired(int slot) {
        return expiredNanos[slot] != NOT_YET;
    }

    /** Whether the slot's request is held, or in line at a replica and not yet admitted for the first time. */
    boolean isWaiting(int slot) {
        return used[slot] && (replica[slot] < 0 || (reachedNanos[slot] != NOT_YET && admittedNanos[slot] == NOT_YET));
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
        generation = Arrays.copyOf(generation, capacity);
        promptTokens = Arrays.copyOf(promptTokens, capacity);
        outputTokens = Arrays.copyOf(outputTokens, capacity);
        cachedTokens = Arrays.copyOf(cachedTokens, capacity);
        sequence = Arrays.copyOf(sequence, capacity);
        arrivalNanos = Arrays.copyOf(arrivalNanos, capacity);
        reachedNanos = Arrays.copyOf(reachedNanos, capacity);
        admittedNanos = Arrays.copyOf(admittedNanos, capacity);
        firstTokenNanos = Arrays.copyOf(firstTokenNanos, capacity);
        servedNanos = Arrays.copyOf(servedNanos, capacity);
        expiredNanos = Arrays.copyOf(expiredNanos, capacity);
        timeoutEvent = Arrays.copyOf(timeoutEvent, capacity);
        measured = Arrays.copyOf(measured, capacity);
        promptText = Arrays.copyOf(promptText, capacity);
        used = Arrays.copyOf(used, capacity);
        free = Arrays.copyOf(free, capacity);
    }
}
