package org.tafsim.model;

/**
 * Attention whose query heads share KV heads in groups (Ainslie et al., "GQA", EMNLP 2023): one group is multi-query, as many as
 * heads is multi-head attention.
 *
 * @param heads H
 * @param kvHeads K
 * @param headDimension d; H·d need not equal the hidden size
 */
public record GroupedAttention(int heads, int kvHeads, int headDimension) implements Attention {

    /** Checks. */
    public GroupedAttention {
        Require.positive(heads, "Attention", "heads");
        Require.positive(kvHeads, "Attention", "KV heads");
        Require.positive(headDimension, "Attention", "head dimension");
        if (kvHeads > heads) {
            throw new IllegalArgumentException(
                    "Attention: KV heads (%d) must not exceed attention heads (%d).".formatted(kvHeads, heads));
        }
    }

    @Override
    public double parameters(int hiddenSize) {
        return (double) hiddenSize * headDimension * (2.0 * heads + 2.0 * kvHeads);
    }

    @Override
    public int kvElements() {
        return 2 * kvHeads * headDimension;
    }

    @Override
    public int kvShards() {
        return kvHeads;
    }

    @Override
    public double prefillFlops() {
        return 4.0 * heads * headDimension;
    }

    @Override
    public double decodeFlops() {
        return prefillFlops();
    }
}
