package org.tafsim.serving;

import java.util.Arrays;

/**
 * The free blocks of a pool in the order in which they are taken: those free for longest first. Blocks with something cached
 * in them stand in it by name, to be found and taken out of turn; blank ones are only counted, between these.
 */
final class FreeBlocks {
    private static final int NONE = -1;

    private int[] before = new int[16];
    private int[] after = new int[16];

    /** Blank blocks between a cached one and the one before it. */
    private int[] blanksAhead = new int[16];

    private int first = NONE;
    private int last = NONE;
    private int blanksAtEnd;
    private int size;
    private int cached;

    /** All of them blank. */
    FreeBlocks(int blanks) {
        addBlanks(blanks);
    }

    /** Blocks in it. */
    int size() {
        return size;
    }

    /** Those with something cached in them. */
    int cached() {
        return cached;
    }

    /** The cached block that is next to be taken; only where there is one. */
    int firstCached() {
        return first;
    }

    /** Whether so many can be taken without one in which something is cached. */
    boolean beginsWithBlanks(int blocks) {
        return (first == NONE ? blanksAtEnd : blanksAhead[first]) >= blocks;
    }

    /** Puts blank blocks at the end. */
    void addBlanks(int blanks) {
        blanksAtEnd += blanks;
        size += blanks;
    }

    /** Takes blank blocks from the begin. */
    void takeBlanks(int blanks) {
        size -= blanks;
        if (first == NONE) {
            blanksAtEnd -= blanks;
        } else {
            blanksAhead[first] -= blanks;
        }
    }

    /** Puts a cached block at the end. */
    void add(int block) {
        makeRoom(block);
        blanksAhead[block] = blanksAtEnd;
        blanksAtEnd = 0;
        before[block] = last;
        after[block] = NONE;
        if (last == NONE) {
            first = block;
        } else {
            after[last] = block;
        }
        last = block;
        size++;
        cached++;
    }

    /** Takes a cached block out, wherever it stands. */
    void remove(int block) {
        unlink(block, blanksAhead[block]);
        size--;
    }

    /** Makes the first cached block a blank one, at its place. */
    void blankFirst() {
        unlink(first, blanksAhead[first] + 1);
    }

    private void unlink(int block, int blanks) {
        int previous = before[block];
        int next = after[block];
        if (previous == NONE) {
            first = next;
        } else {
            after[previous] = next;
        }
        if (next == NONE) {
            last = previous;
            blanksAtEnd += blanks;
        } else {
            before[next] = previous;
            blanksAhead[next] += blanks;
        }
        cached--;
    }

    private void makeRoom(int block) {
        if (block >= before.length) {
            before = Arrays.copyOf(before, 2 * block);
            after = Arrays.copyOf(after, 2 * block);
            blanksAhead = Arrays.copyOf(blanksAhead, 2 * block);
        }
    }
}
