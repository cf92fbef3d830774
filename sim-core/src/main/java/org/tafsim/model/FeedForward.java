package org.tafsim.model;

/**
 * What a layer does after it has attended: one MLP, or several of which each token takes a few.
 *
 * @param size f, of one expert where there are several
 * @param matrices m of an MLP: 3 where gated, 2 where plain
 * @param experts E to choose from, 1 where dense
 * @param active k chosen for each token, 1 where dense
 * @param shared experts that every token takes beside
 * @param denseLayers layers that have one MLP in place of experts
 * @param denseSize f of those; 0 where there are none
 */
public record FeedForward(int size, int matrices, int experts, int active, int shared, int denseLayers, int denseSize) {

    /** Checks. */
    public FeedForward {
        Require.positive(size, "Feed-forward", "size");
        Require.positive(matrices, "Feed-forward", "MLP matrices");
        Require.positive(experts, "Feed-forward", "experts");
        Require.positive(active, "Feed-forward", "active experts");
        Require.atLeastZero(shared, "Feed-forward", "shared experts");
        Require.atLeastZero(denseLayers, "Feed-forward", "dense layers");
        if (active > experts) {
            throw new IllegalArgumentException(
                    "Feed-forward: active experts (%d) must not exceed the experts (%d).".formatted(active, experts));
        }
        if (denseLayers > 0) {
            Require.positive(denseSize, "Feed-forward", "size of the dense layers");
        }
    }

    /** One MLP in every layer. */
    public static FeedForward dense(int size, int matrices) {
        return new FeedForward(size, matrices, 1, 1, 0, 0, 0);
    }

    /** Whether tokens choose. */
    public boolean isSparse() {
        return experts > active;
    }
}
