package org.tafsim.model;

/**
 * A dense or mixture-of-experts decoder, by the figures of its configuration.
 *
 * @param id e.g. {@code llama-3.1-8b}
 * @param providerCountry seat of who trained it (ISO code)
 * @param layers L
 * @param hiddenSize h
 * @param attentionHeads H
 * @param kvHeads K
 * @param headDimension d; H·d need not equal h
 * @param ffnSize f, of one expert where there are several
 * @param mlpMatrices m: 3 where gated, 2 where plain
 * @param experts E, 1 where dense
 * @param activeExperts k, 1 where dense
 * @param vocabularySize V
 * @param parameters all of them
 * @param contextTokens longest context it takes
 * @param source where the figures come from
 */
public record ModelProfile(
        String id,
        String providerCountry,
        int layers,
        int hiddenSize,
        int attentionHeads,
        int kvHeads,
        int headDimension,
        int ffnSize,
        int mlpMatrices,
        int experts,
        int activeExperts,
        int vocabularySize,
        long parameters,
        int contextTokens,
        String source) {

    /** Checks. */
    public ModelProfile {
        String owner = "Model " + Require.name(id, "Model");
        Require.positive(layers, owner, "layers");
        Require.positive(hiddenSize, owner, "hidden size");
        Require.positive(attentionHeads, owner, "attention heads");
        Require.positive(kvHeads, owner, "KV heads");
        Require.positive(headDimension, owner, "head dimension");
        Require.positive(ffnSize, owner, "FFN size");
        Require.positive(mlpMatrices, owner, "MLP matrices");
        Require.positive(experts, owner, "experts");
        Require.positive(activeExperts, owner, "active experts");
        Require.positive(vocabularySize, owner, "vocabulary size");
        Require.positive(parameters, owner, "parameters");
        Require.positive(contextTokens, owner, "context (tokens)");
        if (kvHeads > attentionHeads || activeExperts > experts) {
            throw new IllegalArgumentException(
                    "%s: KV heads (%d) must not exceed attention heads (%d), ".formatted(owner, kvHeads, attentionHeads)
                            + "nor active experts (%d) the experts (%d).".formatted(activeExperts, experts));
        }
    }

    /** KV cache of one token over all layers (bytes), at the given width of an element (bytes). */
    public double kvBytesPerToken(double bytesPerElement) {
        return 2.0 * layers * kvHeads * headDimension * bytesPerElement;
    }
}
