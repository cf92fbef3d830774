package org.tafsim.model;

/**
 * Where a preempted sequence's KV cache is kept until it goes on.
 *
 * @param bytes of host memory for each accelerator
 * @param bytesPerSecond over the link of each accelerator to its host, either way
 */
public record SwapSpec(long bytes, double bytesPerSecond) {

    /** vLLM's swap space of 4 GiB; PCIe 4 with 16 lanes at four fifths of its 32 GB/s, as pinned copies reach it. */
    public static final SwapSpec USUAL = new SwapSpec(4L << 30, 25e9);

    /** Checks. */
    public SwapSpec {
        Require.positive(bytes, "Swap", "host memory (bytes)");
        Require.positive(bytesPerSecond, "Swap", "host link (bytes/s)");
    }
}
