package org.tafsim.model;

/**
 * Layers that look back a limited number of tokens only.
 *
 * @param layers how many do
 * @param tokens they look back
 */
public record SlidingWindow(int layers, int tokens) {

    /** No layer does. */
    public static final SlidingWindow NONE = new SlidingWindow(0, Integer.MAX_VALUE);

    /** Checks. */
    public SlidingWindow {
        Require.atLeastZero(layers, "Sliding window", "layers");
        Require.positive(tokens, "Sliding window", "tokens");
    }
}
