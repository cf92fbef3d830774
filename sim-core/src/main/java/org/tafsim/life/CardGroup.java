package org.tafsim.life;

import java.util.Arrays;

/** Memory of cards that replicas share. A replica takes as much on each of its cards; the fullest card that has room comes first. */
final class CardGroup {
    private final long memoryBytes;
    private final long[] free;

    CardGroup(CardGroupSpec spec) {
        memoryBytes = spec.memoryBytes();
        free = new long[spec.cards()];
        Arrays.fill(free, memoryBytes);
    }

    /** Free memory of each card (bytes), to plan with. */
    long[] plan() {
        return free.clone();
    }

    /**
     * Finds cards in a plan, and takes their memory there.
     *
     * @return the cards; none where there is no room, and the plan is as it was
     */
    static int[] take(long[] plan, int cards, long bytesPerCard) {
        int[] taken = new int[cards];
        for (int i = 0; i < cards; i++) {
            int best = -1;
            for (int card = 0; card < plan.length; card++) {
                if (plan[card] >= bytesPerCard && !isAmong(taken, i, card) && (best < 0 || plan[card] < plan[best])) {
                    best = card;
                }
            }
            if (best < 0) {
                return new int[0];
            }
            taken[i] = best;
        }
        give(plan, taken, -bytesPerCard);
        return taken;
    }

    private static boolean isAmong(int[] cards, int count, int card) {
        for (int i = 0; i < count; i++) {
            if (cards[i] == card) {
                return true;
            }
        }
        return false;
    }

    /** Gives memory back to cards of a plan, or, where negative, takes it. */
    static void give(long[] plan, int[] cards, long bytesPerCard) {
        for (int card : cards) {
            plan[card] += bytesPerCard;
        }
    }

    /** Takes memory (bytes), or, where negative, gives it back. */
    void take(int[] cards, long bytesPerCard) {
        give(free, cards, -bytesPerCard);
    }

    /** Memory in use on all cards (bytes). */
    long usedBytes() {
        return totalBytes() - Arrays.stream(free).sum();
    }

    long totalBytes() {
        return memoryBytes * free.length;
    }

    long freeBytes(int card) {
        return free[card];
    }

    int cards() {
        return free.length;
    }

    long memoryBytes() {
        return memoryBytes;
    }
}
