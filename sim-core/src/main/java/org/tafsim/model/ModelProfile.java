package org.tafsim.model;

/**
 * A dense or mixture-of-experts decoder, by the figures of its configuration.
 *
 * @param id e.g. {@code llama-3.1-8b}
 * @param providerCountry seat of who trained it (ISO code)
 * @param layers L
 * @param hiddenSize h
 * @param attention of each layer
 * @param window layers that look back a limited number of tokens
 * @param feedForward of each layer
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
        Attention attention,
        SlidingWindow window,
        FeedForward feedForward,
        int vocabularySize,
        long parameters,
        int contextTokens,
        String source)
        implements ServedModel {

    /** Checks. */
    public ModelProfile {
        String owner = "Model " + Require.name(id, "Model");
        Require.positive(layers, owner, "layers");
        Require.positive(hiddenSize, owner, "hidden size");
        Require.positive(vocabularySize, owner, "vocabulary size");
        Require.positive(parameters, owner, "parameters");
        Require.positive(contextTokens, owner, "context (tokens)");
        if (window.layers() > layers || feedForward.denseLayers() > layers) {
            throw new IllegalArgumentException(
                    "%s: neither layers with a window (%d) nor dense layers (%d) can be more than all (%d)."
                            .formatted(owner, window.layers(), feedForward.denseLayers(), layers));
        }
        if ((double) parameters < embeddingParameters(hiddenSize, vocabularySize)) {
            throw new IllegalArgumentException(
                    "%s: its parameters (%d) must be at least those of its embedding (%d × %d). Maybe they are in billions."
                            .formatted(owner, parameters, vocabularySize, hiddenSize));
        }
    }

    /** A model with grouped attention to full contexts, all of whose layers are alike. */
    public ModelProfile(
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
        this(
                id,
                providerCountry,
                layers,
                hiddenSize,
                new GroupedAttention(attentionHeads, kvHeads, headDimension),
                SlidingWindow.NONE,
                new FeedForward(ffnSize, mlpMatrices, experts, activeExperts, 0, 0, 0),
                vocabularySize,
                parameters,
                contextTokens,
                source);
    }

    /** Weights of the LM head: as many again embed the tokens. Engines keep both at 16 bit. */
    public double headParameters() {
        return embeddingParameters(hiddenSize, vocabularySize);
    }

    /** Bytes of all weights at the given widths. */
    public double weightBytes(Precision precision) {
        double all = (double) parameters;
        double wide = Math.min(all, 2 * headParameters());
        double projections = Math.min(all - wide, layers * attention.parameters(hiddenSize));
        return wide * Precision.WIDE_BYTES
                + projections * precision.attentionBytes()
                + (all - wide - projections) * precision.weightBytes();
    }

    /** Bytes of the experts that tokens choose from, at the given widths; shared ones not among them. */
    public double expertBytes(Precision precision) {
        double expert = (double) feedForward.matrices() * hiddenSize * feedForward.size();
        double all = (layers - feedForward.denseLayers()) * (double) feedForward.experts() * expert;
        return Math.min(weightBytes(precision), all * precision.weightBytes());
    }

    private static double embeddingParameters(int hiddenSize, int vocabularySize) {
        return (double) hiddenSize * vocabularySize;
    }

    /** KV cache of one token over the layers that see whole contexts (bytes), at the given width of an element (bytes). */
    public double kvBytesPerToken(double bytesPerElement) {
        return (double) (layers - window.layers()) * attention.kvElements() * bytesPerElement;
    }

    /** KV cache of one sequence over the layers with a window (bytes), once its context is longer than that. */
    public double windowBytesPerSequence(double bytesPerElement) {
        return window.layers() == 0
                ? 0
                : (double) window.layers() * window.tokens() * attention.kvElements() * bytesPerElement;
    }
}
