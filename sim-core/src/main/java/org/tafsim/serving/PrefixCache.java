package org.tafsim.serving;

import java.util.Arrays;

/**
 * What the blocks of one replica's pool hold of known text, as in vLLM's automatic prefix caching. A full block can be found by
 * the hash of its prefix for as long as nobody needs its room: sequences share it, and when the last of them has left it
 * stays cached among the free blocks, which are taken in the order in which they became free.
 */
final class PrefixCache {
    private final BlockIndex index = new BlockIndex();
    private final FreeBlocks free;

    /** Sequences that hold each block. */
    private int[] holders = new int[16];

    /** Numbers for blocks, used again once a block is not cached any more. */
    private int[] spare = new int[16];

    private int spares;
    private int numbered;

    /** Nothing cached. */
    PrefixCache(int freeBlocks) {
        free = new FreeBlocks(freeBlocks);
    }

    /**
     * Looks for the blocks at the begin of a chain, at most so many.
     *
     * @return how many of those found some sequence holds: they can be shared at no cost
     */
    int search(PrefixChain chain, int mostBlocks) {
        chain.beginSearch();
        int shared = 0;
        for (int place = 0; place < mostBlocks; place++) {
            int block = index.find(chain.hash(place));
            if (block < 0) {
                break;
            }
            chain.find(block);
            shared += holders[block] > 0 ? 1 : 0;
        }
        return shared;
    }

    /** Lets a chain hold what it has found, when nothing was cached or taken since. */
    void share(PrefixChain chain) {
        chain.holdFound();
        for (int place = 0; place < chain.held(); place++) {
            if (holders[chain.block(place)]++ == 0) {
                free.remove(chain.block(place));
            }
        }
    }

    /** Caches the blocks of a chain up to so many: they are full. */
    void fill(PrefixChain chain, int fullBlocks) {
        while (chain.held() < fullBlocks) {
            int block = spares > 0 ? spare[--spares] : numbered++;
            makeRoom(block);
            holders[block] = 1;
            index.add(block, chain.hash(chain.held()));
            chain.hold(block);
        }
    }

    /** Lets a chain's blocks go, the last one first, so that its begin stays cached for longest. */
    void release(PrefixChain chain) {
        while (chain.held() > 0) {
            int block = chain.dropLast();
            if (--holders[block] == 0) {
                free.add(block);
            }
        }
    }

    /** Makes the blocks that are taken next blank: what is cached in them is lost. */
    void makeBlank(int blocks) {
        while (!free.beginsWithBlanks(blocks)) {
            int block = free.firstCached();
            free.blankFirst();
            index.remove(block);
            giveNumberBack(block);
        }
    }

    /** Takes free blocks, for anything. */
    void take(int blocks) {
        makeBlank(blocks);
        free.takeBlanks(blocks);
    }

    /** Takes back blocks in which nothing is cached. */
    void addBlanks(int blocks) {
        free.addBlanks(blocks);
    }

    /** Forgets everything, when no sequence holds a block. */
    void clear() {
        makeBlank(free.size());
    }

    /** Blocks, cached or not, that no sequence holds. */
    int free() {
        return free.size();
    }

    /** Cached blocks that sequences hold. */
    int held() {
        return numbered - spares - free.cached();
    }

    /** Bound of all numbers of blocks (audit). */
    int numbers() {
        return numbered;
    }

    /** Sequences that hold a block; none hold a number that is not in use (audit). */
    int holders(int block) {
        return holders[block];
    }

    private void giveNumberBack(int block) {
        if (spares == spare.length) {
            spare = Arrays.copyOf(spare, 2 * spares);
        }
        spare[spares++] = block;
    }

    private void makeRoom(int block) {
        if (block >= holders.length) {
            holders = Arrays.copyOf(holders, 2 * block);
        }
    }
}
