package org.tafsim.model;

/**
 * The cells over which a population is spread; what its users send and receive shares their capacity.
 *
 * @param profile kind of the cells
 * @param count at least 1
 * @param spread standard deviation of the logarithm of the cells' shares of the users, at least 0: how uneven they are
 * @param uplinkBackground share of the resource blocks that others use, in [0, 0.95]
 * @param downlinkBackground the same down
 */
public record CellGroup(
        CellProfile profile, int count, double spread, double uplinkBackground, double downlinkBackground) {

    /** Most of a cell that others can use. */
    public static final double MOST_BACKGROUND = 0.95;

    /** Most cells of one population. */
    public static final int MOST_CELLS = 100_000;

    /** Checks. */
    public CellGroup {
        Require.within(count, 1, MOST_CELLS, "Cells " + profile.id(), "count");
        Require.atLeastZero(spread, "Cells " + profile.id(), "spread");
        requireRoom(uplinkBackground, profile, "uplink");
        requireRoom(downlinkBackground, profile, "downlink");
    }

    private static void requireRoom(double background, CellProfile profile, String direction) {
        if (!(background >= 0 && background <= MOST_BACKGROUND)) { // also catches NaN
            throw new IllegalArgumentException("Cells %s: the background %s (%s) must lie in [0, %s]."
                    .formatted(profile.id(), direction, background, MOST_BACKGROUND));
        }
    }
}
