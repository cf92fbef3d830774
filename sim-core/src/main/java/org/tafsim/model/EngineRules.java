package org.tafsim.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the serving engine of a replica does beside filling batches.
 *
 * @param prefixCaching whether it finds the KV blocks of known text again
 * @param maxContext longest prompt and output together (tokens), as vLLM's {@code max_model_len}; the model's context where
 *     empty, or where that is shorter
 * @param swap where the KV cache of a preempted sequence is kept; empty where it is computed anew, as vLLM V1 does
 */
public record EngineRules(boolean prefixCaching, OptionalInt maxContext, Optional<SwapSpec> swap) {

    /** vLLM's defaults (V1). */
    public static final EngineRules DEFAULT = new EngineRules(true, OptionalInt.empty(), Optional.empty());

    /** Checks. */
    public EngineRules {
        maxContext.ifPresent(tokens -> Require.positive(tokens, "Engine rules", "longest context (tokens)"));
    }

    /** Longest prompt and output together of a model (tokens). */
    public int contextOf(ModelProfile model) {
        return Math.min(maxContext.orElse(Integer.MAX_VALUE), model.contextTokens());
    }
}
