package org.tafsim.serving;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Whose the busy time of a replica was, by account. Each iteration is shared by the tokens it works on: a decode is one, the chunk of
 * a prompt as many as it has. Time with prompt tokens in the iteration is kept apart, as it draws other power.
 *
 * <p>A decode has had what a clock of the time per token went on while it was in the batch, so that a run of iterations costs O(1)
 * whatever is in it. Times are whole units, a 256th of a nanosecond; what does not divide by the tokens is shared with the next
 * iteration of its kind. So sums are exact, and the same in both step modes.
 */
final class BusyShares {
    /** Units in a nanosecond, as a power of two: 417 days of busy time fit. */
    static final int UNIT_BITS = 8;

    private final RequestTable requests;
    private long[] plain = new long[4];
    private long[] prompting = new long[4];
    private long plainClock;
    private long promptingClock;
    private long plainRest;
    private long promptingRest;
    private long sinceNanos;

    BusyShares(RequestTable requests) {
        this.requests = requests;
    }

    /** The replica was idle until now. */
    void startAt(long nowNanos) {
        sinceNanos = nowNanos;
    }

    /** The time since the last call is shared by what was in the batch: to be called before that changes. */
    void settle(long nowNanos, int decodes, PrefillLine prefills) {
        long units = (nowNanos - sinceNanos) << UNIT_BITS;
        if (units == 0) {
            return; // who is in a step that has just been formed may change at this very nanosecond
        }
        sinceNanos = nowNanos;
        int tokens = decodes + prefills.stepTokens();
        if (prefills.size() == 0) {
            long each = quotient(units + plainRest, tokens);
            plainRest += units - each * tokens;
            plainClock += each;
        } else {
            long each = quotient(units + promptingRest, tokens);
            promptingRest += units - each * tokens;
            promptingClock += each;
            for (int i = 0; i < prefills.size(); i++) {
                credit(prefills.member(i), 0, each * prefills.chunk(i));
            }
        }
    }

    /** The same for a batch that is computed as a whole, by items. */
    void settleItems(long nowNanos, int[] batch, int size, IntUnaryOperator itemsOf) {
        long units = (nowNanos - sinceNanos) << UNIT_BITS;
        sinceNanos = nowNanos;
        int items = 0;
        for (int i = 0; i < size; i++) {
            items += itemsOf.applyAsInt(batch[i]);
        }
        long each = quotient(units + promptingRest, items);
        promptingRest += units - each * items;
        for (int i = 0; i < size; i++) {
            credit(batch[i], 0, each * itemsOf.applyAsInt(batch[i]));
        }
    }

    /** Rounded down; exact below 2^53 units, ten hours, and faster than of whole numbers. */
    private static long quotient(long units, int tokens) {
        return (long) ((double) units / tokens);
    }

    /** A sequence begins to decode. */
    void join(int request) {
        requests.setClocks(request, plainClock, promptingClock);
    }

    /** A sequence decodes no longer. */
    void leave(int request) {
        credit(request, plainClock - requests.plainClock(request), promptingClock - requests.promptingClock(request));
    }

    private void credit(int request, long plainUnits, long promptingUnits) {
        int account = requests.account(request);
        if (account >= plain.length) {
            plain = Arrays.copyOf(plain, Math.max(2 * plain.length, account + 1));
            prompting = Arrays.copyOf(prompting, plain.length);
        }
        plain[account] += plainUnits;
        prompting[account] += promptingUnits;
    }

    /** Adds what each account has had in iterations without prompts, and with them (units), as of the last settlement. */
    void addTo(long[] plainUnits, long[] promptingUnits) {
        for (int account = 0; account < Math.min(plain.length, plainUnits.length); account++) {
            plainUnits[account] += plain[account];
            promptingUnits[account] += prompting[account];
        }
    }

    /** All that was shared, or is about to be, of iterations without prompts (units); audit. */
    long plainUnits() {
        return Arrays.stream(plain).sum() + plainRest;
    }

    /** The same of iterations with prompts. */
    long promptingUnits() {
        return Arrays.stream(prompting).sum() + promptingRest;
    }
}
