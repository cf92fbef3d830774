package org.tafsim.model;

/**
 * One kind of radio access.
 *
 * @param id e.g. {@code sa-midband}
 * @param delay of a small packet between user equipment and UPF, one way, cell lightly loaded
 * @param uplinkBitsPerSecond rate of a user's transfer upward (bit/s)
 * @param downlinkBitsPerSecond the same downward (bit/s)
 * @param source where the figures come from
 */
public record AccessProfile(
        String id, RadioDelay delay, double uplinkBitsPerSecond, double downlinkBitsPerSecond, String source) {

    /** Checks. */
    public AccessProfile {
        Require.name(id, "Access");
        Require.positive(uplinkBitsPerSecond, "Access " + id, "uplink rate (bit/s)");
        Require.positive(downlinkBitsPerSecond, "Access " + id, "downlink rate (bit/s)");
    }

    /** An access whose delays were measured (ms). */
    public AccessProfile(
            String id,
            QuantileTable uplinkMillis,
            QuantileTable downlinkMillis,
            double uplinkBitsPerSecond,
            double downlinkBitsPerSecond,
            String source) {
        this(id, new MeasuredDelay(uplinkMillis, downlinkMillis), uplinkBitsPerSecond, downlinkBitsPerSecond, source);
    }
}
