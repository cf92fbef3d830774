package org.tafsim.serving;

import java.util.Locale;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.ReplicaSpec;

/**
 * What becomes of a replica's memory, summed over its accelerators (docs/model/serving.md, equation 9).
 *
 * @param weightBytes the model's weights
 * @param reservedBytes contexts of the runtime, and the activations of the largest step
 * @param poolBytes the KV pool
 * @param blocks in the pool, at least 1
 */
public record KvCapacity(double weightBytes, double reservedBytes, double poolBytes, int blocks) {

    /**
     * Runtime context, workspaces and captured graphs on each accelerator (bytes): with the activations below it leaves the
     * 2,588 blocks that vLLM 0.19 found on an RTX 4090 (LLMServingSim, bench/examples). Other engines take up to 3.5 GB.
     */
    static final double CONTEXT_BYTES = 0.8e9;

    private static final int ACTIVATION_BYTES = 2;

    /** Logits in 32 bit, and the sampler's copy of them. */
    private static final int LOGIT_BYTES = 8;

    /**
     * The memory of a replica. Where its limits state the number of blocks, that number stands.
     *
     * @throws IllegalArgumentException when weights and reserve leave no block, or the stated blocks exceed the memory
     */
    public static KvCapacity of(ReplicaSpec replica) {
        int cards = replica.accelerators();
        double weights = weightBytes(replica);
        double reserved = cards * (CONTEXT_BYTES + activationBytes(replica)) + windowBytes(replica);
        double memory = (double) cards * replica.accelerator().memoryBytes();
        double blockBytes = blockBytes(replica);
        BatchLimits limits = replica.limits();
        if (limits.kvBlocks().isPresent()) {
            int blocks = limits.kvBlocks().getAsInt();
            requireRoom(replica, weights + blocks * blockBytes <= memory, weights, reserved);
            return new KvCapacity(weights, reserved, blocks * blockBytes, blocks);
        }
        double left = limits.memoryFraction() * memory - weights - reserved;
        requireRoom(replica, left >= blockBytes, weights, reserved);
        int blocks = (int) Math.min(left / blockBytes, (double) Integer.MAX_VALUE / limits.blockTokens());
        return new KvCapacity(weights, reserved, blocks * blockBytes, blocks);
    }

    /** The weights; where accelerators hold whole experts, as if each held as many as the one that holds most. */
    private static double weightBytes(ReplicaSpec replica) {
        double weights = replica.model().weightBytes(replica.precision());
        if (!replica.parallelism().isExpertParallel()) {
            return weights;
        }
        ExpertSpread spread = new ExpertSpread(replica);
        double excess = replica.tensorParallel() * spread.largestShare() - 1;
        return weights + excess * replica.model().expertBytes(replica.precision());
    }

    /** What the layers with a window keep of as many sequences as a batch may have. */
    private static double windowBytes(ReplicaSpec replica) {
        return copies(replica)
                * replica.limits().sequences()
                * replica.model().windowBytesPerSequence(replica.precision().kvBytes());
    }

    /** Beyond K accelerators that share a layer, KV heads are stored more than once. */
    private static double copies(ReplicaSpec replica) {
        int parallel = replica.tensorParallel();
        return (double) parallel
                / Math.min(parallel, replica.model().attention().kvShards());
    }

    /** One block on all accelerators. */
    private static double blockBytes(ReplicaSpec replica) {
        return copies(replica)
                * replica.limits().blockTokens()
                * replica.model().kvBytesPerToken(replica.precision().kvBytes());
    }

    /** Activations of a step that uses all of its budget (bytes), on one accelerator. */
    private static double activationBytes(ReplicaSpec replica) {
        ModelProfile model = replica.model();
        double mlp = 2.0 * model.feedForward().size() * model.feedForward().active() / replica.tensorParallel();
        double perToken = ACTIVATION_BYTES * (4.0 * model.hiddenSize() + mlp);
        double logits = (double) LOGIT_BYTES * model.vocabularySize();
        return perToken * replica.limits().batchedTokens()
                + logits * replica.limits().sequences();
    }

    private static void requireRoom(ReplicaSpec replica, boolean isEnough, double weights, double reserved) {
        if (isEnough) {
            return;
        }
        double memory = (double) replica.accelerators() * replica.accelerator().memoryBytes();
        throw new IllegalArgumentException(String.format(
                Locale.ROOT,
                "Replica %s: %s (%.1f GB of weights, %.1f GB besides) leaves no room for its KV pool on %d x %s "
                        + "(%.1f GB, of which the engine may take %.0f %%). Maybe raise the tensor parallel degree, "
                        + "or store weights in fewer bytes.",
                replica.id(),
                replica.model().id(),
                weights / 1e9,
                reserved / 1e9,
                replica.accelerators(),
                replica.accelerator().id(),
                memory / 1e9,
                100 * replica.limits().memoryFraction()));
    }
}
