package org.tafsim.model;

/**
 * Widths of numbers on a replica. Embedding, LM head and attention itself stay at 16 bit, as engines have it.
 *
 * @param weightBytes of a weight of the MLPs, scales included
 * @param attentionBytes of a weight of the projections around attention
 * @param kvBytes of one element of the KV cache
 * @param arithmetic of matrix products whose weights are narrow
 */
public record Precision(double weightBytes, double attentionBytes, double kvBytes, Arithmetic arithmetic) {

    /** Bytes of what stays at 16 bit. */
    public static final double WIDE_BYTES = 2;

    /** 16 bit for everything. */
    public static final Precision BF16 = new Precision(2, 2, 2, Arithmetic.BF16);

    /** At which peak matrix products run. */
    public enum Arithmetic {
        BF16,
        FP8,
        FP4
    }

    /** Checks. */
    public Precision {
        Require.positive(weightBytes, "Precision", "weight (bytes)");
        Require.positive(attentionBytes, "Precision", "weight around attention (bytes)");
        Require.positive(kvBytes, "Precision", "KV element (bytes)");
    }

    /** Arithmetic of the projections around attention: wide weights are multiplied at 16 bit. */
    public Arithmetic attentionArithmetic() {
        return attentionBytes >= WIDE_BYTES ? Arithmetic.BF16 : arithmetic;
    }
}
