package org.tafsim.serving;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Whose the busy time of a replica was, by account. Each iteration is shared by the tokens it works on: a decode is one, the chunk of
 * a prompt as many as it has. Time with prompt tokens in the iteration is kept apart, as it draws other power.
 *
 * <p>A decode has had what a clock of the time per token went on while it was in the batch, so that a run of iterations costs O(1)
 * whatever is in it. Nothing is kept of each decode: its account gives the clock when it joins, gets it when it leaves, and is due
 * as many clocks as it has decodes in between. Such sums may pass 2^63, but what is due at last does not, so it comes out exact.
 *
 * <p>Times are whole units, a 256th of a nanosecond; what does not divide by the tokens is shared with the next iteration of its
 * kind. So sums are exact, and the same in both step modes.
 */
final class BusyShares {
    /** Units in a nanosecond, as a power of two: 417 days of busy time fit. */
    static final int UNIT_BITS = 8;

    /** What is kept of each account, side by side: units without prompts, units with them, decodes in the batch. */
    private static final int PLACES = 3;

    private static final int PLAIN = 0;
    private static final int PROMPTING = 1;
    private static final int DECODES = 2;

    private final RequestTable requests;
    private long[] accounts = new long[PLACES];
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
                creditPrompting(prefills.member(i), each * prefills.chunk(i));
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
            creditPrompting(batch[i], each * itemsOf.applyAsInt(batch[i]));
        }
    }

    /** Rounded down; exact below 2^53 units, ten hours, and faster than of whole numbers. */
    private static long quotient(long units, int tokens) {
        return (long) ((double) units / tokens);
    }

    /** A sequence begins to decode. */
    void join(int request) {
        int place = placeOf(request);
        accounts[place + PLAIN] -= plainClock;
        accounts[place + PROMPTING] -= promptingClock;
        accounts[place + DECODES]++;
    }

    /** A sequence decodes no longer. */
    void leave(int request) {
        int place = placeOf(request);
        accounts[place + PLAIN] += plainClock;
        accounts[place + PROMPTING] += promptingClock;
        accounts[place + DECODES]--;
    }

    private void creditPrompting(int request, long units) {
        int place = placeOf(request);
        accounts[place + PROMPTING] += units;
    }

    /** Makes room for its account: the array may be another one afterwards. */
    private int placeOf(int request) {
        int place = PLACES * requests.account(request);
        if (place >= accounts.length) {
            accounts = Arrays.copyOf(accounts, Math.max(2 * accounts.length, place + PLACES));
        }
        return place;
    }

    /** Adds what each account has had in iterations without prompts, and with them (units), as of the last settlement. */
    void addTo(long[] plainUnits, long[] promptingUnits) {
        for (int account = 0; account < Math.min(accounts.length / PLACES, plainUnits.length); account++) {
            plainUnits[account] += plainUnits(PLACES * account);
            promptingUnits[account] += promptingUnits(PLACES * account);
        }
    }

    private long plainUnits(int place) {
        return accounts[place + PLAIN] + accounts[place + DECODES] * plainClock;
    }

    private long promptingUnits(int place) {
        return accounts[place + PROMPTING] + accounts[place + DECODES] * promptingClock;
    }

    /** All that was shared, or is about to be, of iterations without prompts (units); audit. */
    long plainUnits() {
        long sum = plainRest;
        for (int place = 0; place < accounts.length; place += PLACES) {
            sum += plainUnits(place);
        }
        return sum;
    }

    /** The same of iterations with prompts. */
    long promptingUnits() {
        long sum = promptingRest;
        for (int place = 0; place < accounts.length; place += PLACES) {
            sum += promptingUnits(place);
        }
        return sum;
    }
}
