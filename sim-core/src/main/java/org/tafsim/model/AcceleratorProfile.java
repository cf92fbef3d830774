package org.tafsim.model;

/**
 * A kind of accelerator: dense peaks of one card.
 *
 * @param id e.g. {@code L4}
 * @param vendorCountry seat of its maker (ISO code)
 * @param bf16FlopsPerSecond dense peak at 16 bit (FLOP/s)
 * @param fp8FlopsPerSecond dense peak at 8 bit (FLOP/s); the 16-bit peak where 8 bit brings nothing
 * @param fp4FlopsPerSecond dense peak at 4 bit (FLOP/s); the 16-bit peak where 4-bit weights are widened first
 * @param memoryBytes capacity
 * @param memoryBytesPerSecond bandwidth
 * @param linkBytesPerSecond one way, to its peers in the same server
 * @param boardWatts thermal design power (W)
 * @param source where the figures come from
 */
public record AcceleratorProfile(
        String id,
        String vendorCountry,
        double bf16FlopsPerSecond,
        double fp8FlopsPerSecond,
        double fp4FlopsPerSecond,
        long memoryBytes,
        double memoryBytesPerSecond,
        double linkBytesPerSecond,
        double boardWatts,
        String source) {

    /** Checks. */
    public AcceleratorProfile {
        String owner = "Accelerator " + Require.name(id, "Accelerator");
        Require.positive(bf16FlopsPerSecond, owner, "bf16 peak (FLOP/s)");
        Require.positive(fp8FlopsPerSecond, owner, "fp8 peak (FLOP/s)");
        Require.positive(fp4FlopsPerSecond, owner, "fp4 peak (FLOP/s)");
        Require.positive(memoryBytes, owner, "memory (bytes)");
        Require.positive(memoryBytesPerSecond, owner, "memory bandwidth (bytes/s)");
        Require.positive(linkBytesPerSecond, owner, "link (bytes/s)");
        Require.positive(boardWatts, owner, "board power (W)");
    }

    /** A card that has no 4-bit arithmetic. */
    public AcceleratorProfile(
            String id,
            String vendorCountry,
            double bf16FlopsPerSecond,
            double fp8FlopsPerSecond,
            long memoryBytes,
            double memoryBytesPerSecond,
            double linkBytesPerSecond,
            double boardWatts,
            String source) {
        this(
                id,
                vendorCountry,
                bf16FlopsPerSecond,
                fp8FlopsPerSecond,
                bf16FlopsPerSecond,
                memoryBytes,
                memoryBytesPerSecond,
                linkBytesPerSecond,
                boardWatts,
                source);
    }

    /** Dense peak of an arithmetic (FLOP/s). */
    public double flopsPerSecond(Precision.Arithmetic arithmetic) {
        return switch (arithmetic) {
            case BF16 -> bf16FlopsPerSecond;
            case FP8 -> fp8FlopsPerSecond;
            case FP4 -> fp4FlopsPerSecond;
        };
    }
}
