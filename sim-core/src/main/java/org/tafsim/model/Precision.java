package org.tafsim.model;

/**
 * Widths of numbers on a replica.
 *
 * @param weightBytes of one weight
 * @param kvBytes of one element of the KV cache
 * @param fp8Compute whether matrix products run at the 8-bit peak
 */
public record Precision(double weightBytes, double kvBytes, boolean fp8Compute) {

    /** 16 bit for everything. */
    public static final Precision BF16 = new Precision(2, 2, false);

    /** Checks. */
    public Precision {
        Require.positive(weightBytes, "Precision", "weight (bytes)");
        Require.positive(kvBytes, "Precision", "KV element (bytes)");
    }
}
