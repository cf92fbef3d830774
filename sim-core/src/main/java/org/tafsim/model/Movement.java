package org.tafsim.model;

/**
 * How users of a population move among its cells.
 *
 * @param share of the requests whose users move, in [0, 1]
 * @param metersPerSecond their speed, positive
 * @param cellRadiusMeters radius of a circle as large as a cell, positive
 * @param interruptionMillis radio silence at every change of cell, both ways (ms), none negative
 */
public record Movement(
        double share, double metersPerSecond, double cellRadiusMeters, QuantileTable interruptionMillis) {

    /** Checks. */
    public Movement {
        Require.fraction(share, "Movement", "share of moving users");
        Require.positive(metersPerSecond, "Movement", "speed (m/s)");
        Require.positive(cellRadiusMeters, "Movement", "radius of a cell (m)");
        Require.atLeastZero(interruptionMillis.values().get(0), "Movement", "shortest interruption (ms)");
    }

    /**
     * Changes of cell of a moving user (1/s): speed times perimeter over π times area, 2v / (πr), the rate at which a fluid of users
     * who go in all directions alike leaves a disk.
     */
    public double handoversPerSecond() {
        return 2 * metersPerSecond / (Math.PI * cellRadiusMeters);
    }
}
