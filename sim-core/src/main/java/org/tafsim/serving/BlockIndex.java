package org.tafsim.serving;

import java.util.Arrays;

/**
 * Cached blocks by the hash of their prefix. Two blocks may have one hash, as two sequences may compute the same at a time: the
 * one cached first is found (vLLM does not merge them).
 */
final class BlockIndex {
    private static final int NONE = -1;

    private long[] hashes = new long[16];
    private int[] twins = new int[16];

    /** First block of each hash, by linear probing; at most half full. */
    private int[] table = newTable(32);

    private int entries;

    /** The block found under a hash; -1 where there is none. */
    int find(long hash) {
        return table[slotOf(hash)];
    }

    /** Puts a block in. */
    void add(int block, long hash) {
        makeRoom(block);
        hashes[block] = hash;
        twins[block] = NONE;
        int slot = slotOf(hash);
        if (table[slot] != NONE) {
            twins[lastTwin(table[slot])] = block;
            return;
        }
        table[slot] = block;
        if (2 * ++entries > table.length) {
            rehash();
        }
    }

    private int lastTwin(int first) {
        int block = first;
        while (twins[block] != NONE) {
            block = twins[block];
        }
        return block;
    }

    /** Takes a block out. */
    void remove(int block) {
        int slot = slotOf(hashes[block]);
        int first = table[slot];
        if (first != block) {
            int before = first;
            while (twins[before] != block) {
                before = twins[before];
            }
            twins[before] = twins[block];
        } else if (twins[block] != NONE) {
            table[slot] = twins[block];
        } else {
            entries--;
            close(slot);
        }
    }

    /** Takes everything out. */
    void clear() {
        Arrays.fill(table, NONE);
        entries = 0;
    }

    private int slotOf(long hash) {
        int slot = home(hash);
        while (table[slot] != NONE && hashes[table[slot]] != hash) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private int home(long hash) {
        return (int) hash & (table.length - 1);
    }

    /** Empties a slot, and moves up those behind it that would not be found any more. */
    private void close(int slot) {
        int mask = table.length - 1;
        int gap = slot;
        for (int next = (gap + 1) & mask; table[next] != NONE; next = (next + 1) & mask) {
            int distanceFromHome = (next - home(hashes[table[next]])) & mask;
            if (distanceFromHome >= ((next - gap) & mask)) {
                table[gap] = table[next];
                gap = next;
            }
        }
        table[gap] = NONE;
    }

    private void makeRoom(int block) {
        if (block >= hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * block);
            twins = Arrays.copyOf(twins, 2 * block);
        }
    }

    private void rehash() {
        int[] old = table;
        table = newTable(2 * old.length);
        for (int block : old) {
            if (block != NONE) {
                table[slotOf(hashes[block])] = block;
            }
        }
    }

    private static int[] newTable(int size) {
        int[] table = new int[size];
        Arrays.fill(table, NONE);
        return table;
    }
}
