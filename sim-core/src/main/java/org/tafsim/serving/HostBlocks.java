package org.tafsim.serving;

import java.util.Locale;
import java.util.Optional;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.SwapSpec;

/**
 * Host memory for the KV cache of preempted sequences, in blocks of the pool's size. What moves to it or back makes the step
 * longer that is being formed, as nothing is computed meanwhile.
 */
final class HostBlocks {
    private static final double TICKS_PER_SECOND = 1e9 * (1L << IterationTime.TICK_BITS);
    private static final double MOST_SECONDS = 137;

    private final int blocks;
    private final long blockTicks;
    private int used;
    private int moving;

    private HostBlocks(int blocks, long blockTicks) {
        this.blocks = blocks;
        this.blockTicks = blockTicks;
    }

    /**
     * The host memory of a replica; no room where it does not swap.
     *
     * @throws IllegalArgumentException when it takes longer than 137 s to move the whole pool
     */
    static HostBlocks of(ReplicaSpec replica, KvCapacity capacity) {
        Optional<SwapSpec> swap = replica.limits().rules().swap();
        if (swap.isEmpty()) {
            return new HostBlocks(0, 0);
        }
        double blockBytes = capacity.poolBytes() / capacity.blocks() / replica.accelerators();
        double blockSeconds = blockBytes / swap.get().bytesPerSecond();
        if (!(blockSeconds * capacity.blocks() < MOST_SECONDS)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Replica %s: moving its KV pool to the host takes %.0f s, and must take less than %.0f s. "
                            + "Maybe the host link is in the wrong unit: it is in bytes/s.",
                    replica.id(),
                    blockSeconds * capacity.blocks(),
                    MOST_SECONDS));
        }
        int blocks = (int) Math.min(swap.get().bytes() / blockBytes, (double) Integer.MAX_VALUE);
        return new HostBlocks(blocks, (long) Math.ceil(blockSeconds * TICKS_PER_SECOND));
    }

    /** Begins to form a step: nothing moves yet. */
    void beginStep() {
        moving = 0;
    }

    boolean isRoomFor(int count) {
        return count <= blocks - used;
    }

    /** Moves blocks to the host. */
    void take(int count) {
        used += count;
        moving += count;
    }

    /** Moves blocks back; what the pool still has of them need not move. */
    void bringBack(int count, int stillInPool) {
        used -= count;
        moving += count - stillInPool;
    }

    /** Forgets blocks. */
    void giveUp(int count) {
        used -= count;
    }

    /** Blocks in use. */
    int used() {
        return used;
    }

    /** Blocks there are. */
    int blocks() {
        return blocks;
    }

    /** How much longer the step lasts that is being formed (ticks). */
    long stepTicks() {
        return moving * blockTicks;
    }
}
