package org.tafsim.serving;

import java.util.Arrays;

/**
 * Blocks of the KV cache. A context of x tokens holds ⌈x / block⌉ of them.
 *
 * <p>Every iteration lengthens the context of every decode by one token, so a decode takes a block once in {@code blockTokens}
 * iterations. Decodes are counted by when that is, which gives the need of any number of iterations ahead without a look at
 * a single sequence.
 */
final class KvPool {
    private int blocks;
    private final int blockTokens;

    /** Decodes by (context − steps made) mod block, which stays as it is while they decode. */
    private final int[] decodesByResidue;

    private int decodes;
    private int used;
    private int stepsModBlock;

    KvPool(int blocks, int blockTokens) {
        this.blocks = blocks;
        this.blockTokens = blockTokens;
        decodesByResidue = new int[blockTokens];
    }

    int blocks() {
        return blocks;
    }

    /** Has so many blocks from now on; none is in use. */
    void resize(int newBlocks) {
        if (used > 0) {
            throw new IllegalStateException("A pool of which %d blocks are in use cannot change.".formatted(used));
        }
        blocks = newBlocks;
    }

    int used() {
        return used;
    }

    int free() {
        return blocks - used;
    }

    /** Blocks that hold so many tokens. */
    int blocksOf(long tokens) {
        return (int) ((tokens + blockTokens - 1) / blockTokens);
    }

    /** Blocks that so many tokens fill. */
    int fullBlocksOf(int tokens) {
        return tokens / blockTokens;
    }

    int blockTokens() {
        return blockTokens;
    }

    /** Takes free blocks. */
    void take(int blocks) {
        used += blocks;
    }

    /** Gives blocks back. */
    void giveBack(int blocks) {
        used -= blocks;
    }

    /** A context, whose blocks are held, starts to grow with every iteration. */
    void startGrowth(int contextTokens) {
        decodesByResidue[residue(contextTokens)]++;
        decodes++;
    }

    /** A context stops to grow; its blocks stay held. */
    void stopGrowth(int contextTokens) {
        decodesByResidue[residue(contextTokens)]--;
        decodes--;
    }

    private int residue(int contextTokens) {
        return (contextTokens + blockTokens - stepsModBlock) % blockTokens;
    }

    /** Blocks that the next iteration takes. */
    int nextGrowth() {
        return growthOf(0);
    }

    /** Blocks taken by the iteration after so many: one for each context that fills its blocks by then. */
    private int growthOf(int stepsAhead) {
        return decodesByResidue[(2 * blockTokens - stepsModBlock - stepsAhead) % blockTokens];
    }

    /** How many iterations the free blocks last for, at most so many. */
    int stepsUntilExhausted(int maxSteps) {
        if ((long) decodes * blocksOf(maxSteps) <= free()) {
            return maxSteps;
        }
        int rounds = free() / decodes;
        int left = free() - rounds * decodes;
        int ahead = 0;
        while (left >= growthOf(ahead)) {
            left -= growthOf(ahead);
            ahead++;
        }
        return (int) Math.min(maxSteps, (long) rounds * blockTokens + ahead);
    }

    /** Blocks that so many iterations take. */
    int growthOver(int steps) {
        int growth = decodes * (steps / blockTokens);
        int rest = steps % blockTokens;
        for (int ahead = 0; ahead < rest; ahead++) {
            growth += growthOf(ahead);
        }
        return growth;
    }

    /** Lets every decode grow by so many tokens; the blocks that took. */
    int grow(int steps) {
        int growth = growthOver(steps);
        used += growth;
        stepsModBlock = (stepsModBlock + steps % blockTokens) % blockTokens;
        return growth;
    }

    /** Whether the residues are those of these contexts (audit). */
    boolean growsLike(int[] contexts) {
        int[] expected = new int[blockTokens];
        for (int context : contexts) {
            expected[residue(context)]++;
        }
        return decodes == contexts.length && Arrays.equals(expected, decodesByResidue);
    }
}
