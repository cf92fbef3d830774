package org.tafsim.model;

/**
 * What layer 1 of a carrier takes of an accelerator in one slot: a + b · (resource blocks in use × layers), in seconds of the whole
 * card. Figures and how they were derived: {@code docs/model/ran.md}.
 *
 * @param acceleratorId of the whole card
 * @param fixedSeconds a: what an empty slot takes (s)
 * @param downlinkSeconds b of downlink: a resource block on one layer (s)
 * @param uplinkSeconds b of uplink (s)
 * @param grants independent parts in which a carrier's resource blocks are given out in a slot, 1 to 275: fewer make slots vary more
 * @param source where the figures come from
 */
public record L1Demand(
        String acceleratorId,
        double fixedSeconds,
        double downlinkSeconds,
        double uplinkSeconds,
        int grants,
        String source) {

    /** Groups of users in the vendor's test pattern for one slot. */
    public static final int USUAL_GRANTS = 6;

    private static final int MOST_GRANTS = 275;

    /** Decoding takes nearly twice what encoding does (Khatibi et al. 2018, on processors). */
    private static final double UPLINK_OVER_DOWNLINK = 2;

    /** Checks. */
    public L1Demand {
        String owner = "Layer 1 on " + Require.name(acceleratorId, "An accelerator of layer 1");
        Require.atLeastZero(fixedSeconds, owner, "fixed time of a slot (s)");
        Require.positive(downlinkSeconds, owner, "downlink time of a resource block (s)");
        Require.positive(uplinkSeconds, owner, "uplink time of a resource block (s)");
        Require.within(grants, 1, MOST_GRANTS, owner, "grants in a slot");
    }

    /**
     * From how many cells a card serves in time, at full and at average load: with n cells each takes 1/n of a slot. Uplink takes twice
     * what downlink does.
     *
     * @param slotSeconds of the cells
     * @param peakCells how many at full load
     * @param peakUnits resource blocks × layers of each of those in a downlink slot
     * @param averageCells how many at average load, more than at full load
     * @param averageUnits of each of those, fewer than at full load
     */
    public static L1Demand ofCapacity(
            String acceleratorId,
            double slotSeconds,
            double peakCells,
            double peakUnits,
            double averageCells,
            double averageUnits,
            String source) {
        if (!(averageCells > peakCells && averageUnits < peakUnits)) { // also catches NaN
            throw new IllegalArgumentException(
                    "Layer 1 on %s: average load must have more cells (%s) than full load (%s), and fewer units (%s) than it (%s)."
                            .formatted(acceleratorId, averageCells, peakCells, averageUnits, peakUnits));
        }
        double slope = (slotSeconds / peakCells - slotSeconds / averageCells) / (peakUnits - averageUnits);
        double fixed = slotSeconds / peakCells - slope * peakUnits;
        return new L1Demand(acceleratorId, fixed, slope, UPLINK_OVER_DOWNLINK * slope, USUAL_GRANTS, source);
    }

    /**
     * A downlink slot of one carrier (s).
     *
     * @param units resource blocks in use × layers
     */
    public double downlinkSeconds(double units) {
        return fixedSeconds + units * downlinkSeconds;
    }

    /** The same on another accelerator, that many times as fast. */
    public L1Demand fasterBy(double factor, String otherId, String why) {
        return new L1Demand(
                otherId,
                fixedSeconds / factor,
                downlinkSeconds / factor,
                uplinkSeconds / factor,
                grants,
                source + "; " + why);
    }
}
