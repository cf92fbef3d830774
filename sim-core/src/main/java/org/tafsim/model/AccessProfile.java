package org.tafsim.model;

/**
 * One kind of radio access: one-way delay of a small packet between user equipment and UPF, cell lightly loaded.
 *
 * @param id e.g. {@code sa-midband}
 * @param uplinkMillis distribution of the one-way delay upward (ms)
 * @param downlinkMillis the same downward (ms)
 * @param uplinkBitsPerSecond rate of a user's transfer upward (bit/s)
 * @param downlinkBitsPerSecond the same downward (bit/s)
 * @param source where the figures come from
 */
public record AccessProfile(
        String id,
        QuantileTable uplinkMillis,
        QuantileTable downlinkMillis,
        double uplinkBitsPerSecond,
        double downlinkBitsPerSecond,
        String source) {

    /** Checks. */
    public AccessProfile {
        Require.name(id, "Access");
        Require.positive(uplinkBitsPerSecond, "Access " + id, "uplink rate (bit/s)");
        Require.positive(downlinkBitsPerSecond, "Access " + id, "downlink rate (bit/s)");
    }
}
