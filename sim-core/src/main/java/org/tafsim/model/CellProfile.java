package org.tafsim.model;

/**
 * What a kind of radio cell carries.
 *
 * @param id name
 * @param uplinkBitsPerSecond rate of a user who has the cell alone, over users (bit/s), more than 0
 * @param downlinkBitsPerSecond the same down
 * @param uplinkUserShare of the cell's resource blocks that one user can fill, in (0, 1]: a phone's power does not reach for all of
 *     them
 * @param source of the figures
 */
public record CellProfile(
        String id,
        QuantileTable uplinkBitsPerSecond,
        QuantileTable downlinkBitsPerSecond,
        double uplinkUserShare,
        String source) {

    /** Checks. */
    public CellProfile {
        Require.name(id, "Cell");
        Require.positive(uplinkBitsPerSecond.values().get(0), "Cell " + id, "lowest uplink rate (bit/s)");
        Require.positive(downlinkBitsPerSecond.values().get(0), "Cell " + id, "lowest downlink rate (bit/s)");
        Require.share(uplinkUserShare, "Cell " + id, "share of one user");
    }
}
