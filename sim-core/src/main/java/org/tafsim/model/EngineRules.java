package org.tafsim.model;

import java.util.OptionalInt;

/**
 * What the serving engine of a replica does beside filling batches.
 *
 * @param prefixCaching whether it finds the KV blocks of known text again
 * @param maxContext longest prompt and output together (tokens), as vLLM's {@code max_model_len}; the model's context where
 *     empty, or where that is shorter
 */
public record EngineRules(boolean prefixCaching, OptionalInt maxContext) {

    /** vLLM's defaults (V1). */
    public static final EngineRules DEFAULT = new EngineRules(true, OptionalInt.empty());

    /** Checks. */
    public EngineRules {
        maxContext.ifPresent(tokens -> Require.positive(tokens, "Engine rules", "longest context (tokens)"));
    }

    /** Longest prompt and output together of a model (tokens). */
    public int contextOf(ModelProfile model) {
        return Math.min(maxContext.orElse(Integer.MAX_VALUE), model.contextTokens());
    }
}
