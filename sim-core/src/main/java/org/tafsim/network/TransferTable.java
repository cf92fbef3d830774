package org.tafsim.network;

import java.util.Arrays;

/**
 * Transfers under way, one slot each; free slots are used again, the last freed first. A transfer between two sites has a
 * site where others have a population.
 */
final class TransferTable {
    private int[] tokens = new int[64];
    private int[] legs = new int[64];
    private int[] populations = new int[64];
    private int[] sites = new int[64];
    private long[] bytes = new long[64];
    private long[] drawKeys = new long[64];
    private int[] freeSlots = new int[64];
    private int freeCount;
    private int usedSlots;

    /** Takes a slot for a transfer. */
    int take(int token, int leg, int population, int site, long size, long drawKey) {
        int slot = freeCount > 0 ? freeSlots[--freeCount] : newSlot();
        tokens[slot] = token;
        legs[slot] = leg;
        populations[slot] = population;
        sites[slot] = site;
        bytes[slot] = size;
        drawKeys[slot] = drawKey;
        return slot;
    }

    /** Takes a slot for a transfer between two sites. */
    int takeBetween(int token, int leg, int fromSite, int toSite, long size) {
        return take(token, leg, ~fromSite, toSite, size, 0);
    }

    boolean isBetweenSites(int slot) {
        return populations[slot] < 0;
    }

    int fromSite(int slot) {
        return ~populations[slot];
    }

    void free(int slot) {
        freeSlots[freeCount++] = slot;
    }

    /** Transfers under way. */
    int size() {
        return usedSlots - freeCount;
    }

    int token(int slot) {
        return tokens[slot];
    }

    int leg(int slot) {
        return legs[slot];
    }

    int population(int slot) {
        return populations[slot];
    }

    int site(int slot) {
        return sites[slot];
    }

    long bytes(int slot) {
        return bytes[slot];
    }

    long drawKey(int slot) {
        return drawKeys[slot];
    }

    private int newSlot() {
        if (usedSlots == tokens.length) {
            int capacity = 2 * usedSlots;
            tokens = Arrays.copyOf(tokens, capacity);
            legs = Arrays.copyOf(legs, capacity);
            populations = Arrays.copyOf(populations, capacity);
            sites = Arrays.copyOf(sites, capacity);
            bytes = Arrays.copyOf(bytes, capacity);
            drawKeys = Arrays.copyOf(drawKeys, capacity);
            freeSlots = Arrays.copyOf(freeSlots, capacity);
        }
        return usedSlots++;
    }
}
