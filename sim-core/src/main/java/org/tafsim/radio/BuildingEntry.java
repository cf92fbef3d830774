package org.tafsim.radio;

/**
 * What walls take of the signal of users inside, TR 38.901, 7.4.3 (dB): power through glass and concrete, 5 dB more for the angle, and
 * 0.5 dB for each metre inside.
 */
public enum BuildingEntry {

    /** Ordinary windows: 30 % glass, 70 % concrete. */
    LOW_LOSS(0.3, 2, 0.2, 4.4),

    /** Windows that reflect heat: 70 % of such glass, 30 % concrete. */
    HIGH_LOSS(0.7, 23, 0.3, 6.5);

    private static final double ANGLE_DB = 5;
    private static final double INSIDE_DB_PER_METER = 0.5;

    private final double glassShare;
    private final double glassDb;
    private final double glassDbPerGigahertz;
    private final double deviationDb;

    BuildingEntry(double glassShare, double glassDb, double glassDbPerGigahertz, double deviationDb) {
        this.glassShare = glassShare;
        this.glassDb = glassDb;
        this.glassDbPerGigahertz = glassDbPerGigahertz;
        this.deviationDb = deviationDb;
    }

    /**
     * Mean loss (dB).
     *
     * @param insideMeters from the wall on
     */
    public double lossDb(double carrierGigahertz, double insideMeters) {
        double glass = glassDb + glassDbPerGigahertz * carrierGigahertz;
        double concrete = 5 + 4 * carrierGigahertz;
        double through = glassShare * Decibels.ratio(-glass) + (1 - glassShare) * Decibels.ratio(-concrete);
        return ANGLE_DB - Decibels.of(through) + INSIDE_DB_PER_METER * insideMeters;
    }

    /** Standard deviation (dB) of a normal loss. */
    public double deviationDb() {
        return deviationDb;
    }
}
