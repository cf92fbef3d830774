package org.tafsim.model;

import java.util.OptionalInt;

/**
 * How a replica may fill a batch, in vLLM's terms.
 *
 * @param batchedTokens token budget of one iteration, shared by decodes and prefill chunks
 * @param sequences most sequences in a batch, at most {@code batchedTokens}
 * @param blockTokens tokens in a KV block
 * @param memoryFraction share of the accelerators' memory the engine may take
 * @param kvBlocks blocks in the KV pool; computed from the memory left where absent
 * @param rules what else the engine does
 */
public record BatchLimits(
        int batchedTokens,
        int sequences,
        int blockTokens,
        double memoryFraction,
        OptionalInt kvBlocks,
        EngineRules rules) {

    /** vLLM's defaults for online serving: 2,048 tokens, 256 sequences, blocks of 16, 90 % of the memory. */
    public static final BatchLimits DEFAULT = new BatchLimits(2048, 256, 16, 0.9, OptionalInt.empty());

    /** Under an engine's usual rules. */
    public BatchLimits(int batchedTokens, int sequences, int blockTokens, double memoryFraction, OptionalInt kvBlocks) {
        this(batchedTokens, sequences, blockTokens, memoryFraction, kvBlocks, EngineRules.DEFAULT);
    }

    /** The same limits under other rules. */
    public BatchLimits with(EngineRules otherRules) {
        return new BatchLimits(batchedTokens, sequences, blockTokens, memoryFraction, kvBlocks, otherRules);
    }

    /** Checks. */
    public BatchLimits {
        Require.positive(batchedTokens, "Batch limits", "batched tokens");
        Require.positive(sequences, "Batch limits", "sequences");
        Require.positive(blockTokens, "Batch limits", "tokens in a KV block");
        Require.positive(Require.fraction(memoryFraction, "Batch limits", "memory fraction"), "Batch limits", "memory");
        if (sequences > batchedTokens) {
            throw new IllegalArgumentException(
                    "Batch limits: sequences (%d) must not exceed the token budget of an iteration (%d)."
                            .formatted(sequences, batchedTokens));
        }
        if (kvBlocks.isPresent()) {
            Require.positive(kvBlocks.getAsInt(), "Batch limits", "KV blocks");
        }
    }
}
