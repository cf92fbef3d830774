package org.tafsim.model;

import java.util.List;

/**
 * How models come to accelerators that do not always hold them: where from, how fast, and which are meant. Equations and sources:
 * {@code docs/model/model-life.md}.
 *
 * @param registrySiteId site that gives out images and weights
 * @param imageBytes of the engine's container, compressed, as it crosses the network
 * @param startNanos of the engine until it begins to load: container, interpreter, libraries, contexts (ns)
 * @param warmupNanos after loading until it serves: compilation, captured graphs, profiling (ns)
 * @param storageBytesPerSecond read rate of a site's disk
 * @param hostLinkBytesPerSecond from host memory to each accelerator
 * @param diskBytes for images and weights, at each site
 * @param keepsOnDisk whether what was pulled stays on disk
 * @param onDemand what is loaded on demand, by site; no site twice
 */
public record LifeSpec(
        String registrySiteId,
        long imageBytes,
        long startNanos,
        long warmupNanos,
        double storageBytesPerSecond,
        double hostLinkBytesPerSecond,
        long diskBytes,
        boolean keepsOnDisk,
        List<OnDemandSpec> onDemand) {

    /** Compressed size of an engine's container image, as of vLLM's public one: about 10 GB. An assumption. */
    public static final long USUAL_IMAGE_BYTES = 10_000_000_000L;

    /** An assumption: the part of a start that no tensor waits for, mostly imports on one core. */
    public static final long USUAL_START_NANOS = 10_000_000_000L;

    /** Compilation of a published example, a 4-bit model of 35 billion parameters: 39 s of 181 s before warm-up. */
    public static final long USUAL_WARMUP_NANOS = 39_000_000_000L;

    /** Seconds 30 to 60 are published for 140 GB from local NVMe: 140 GB / 47 s. */
    public static final double USUAL_STORAGE_BYTES_PER_SECOND = 3e9;

    /** An assumption: a data disk of 2 TB. */
    public static final long USUAL_DISK_BYTES = 2_000_000_000_000L;

    /** Copies and checks. */
    public LifeSpec {
        onDemand = List.copyOf(onDemand);
        Require.name(registrySiteId, "The registry");
        Require.atLeastZero(imageBytes, "Life", "image (bytes)");
        Require.atLeastZero(startNanos, "Life", "engine's start (ns)");
        Require.atLeastZero(warmupNanos, "Life", "warm-up (ns)");
        Require.positive(storageBytesPerSecond, "Life", "storage (bytes/s)");
        Require.positive(hostLinkBytesPerSecond, "Life", "host link (bytes/s)");
        Require.atLeastZero(diskBytes, "Life", "disk (bytes)");
    }
}
