package org.tafsim.scenario.mobility;

import java.util.List;

/**
 * What a trace says of vehicles and cells. Times are vehicle-time: between sightings in timesteps that follow each other.
 *
 * @param vehicles of different ids
 * @param steps timesteps
 * @param spanSeconds from the first to the last
 * @param vehicleSeconds of all vehicles together
 * @param meanSpeed over vehicle-time, those who stand included (m/s)
 * @param speedQuantiles 5, 50 and 95 % of vehicle-time (m/s)
 * @param stoppedShare of vehicle-time under 0.1 m/s
 * @param cells that vehicles were in
 * @param cellRadiusMeters radius of a circle as large as a cell
 * @param handovers sightings in another cell than the one before
 * @param sojourns stays in a cell of which begin and end were seen
 * @param sojournSeconds their mean, 50 and 95 % (s); empty where there are none
 * @param zoneCrossings between zones, by zones; empty without zones
 */
public record MobilityMeasures(
        long vehicles,
        long steps,
        double spanSeconds,
        double vehicleSeconds,
        double meanSpeed,
        List<Double> speedQuantiles,
        double stoppedShare,
        long cells,
        double cellRadiusMeters,
        long handovers,
        long sojourns,
        List<Double> sojournSeconds,
        List<ZoneCrossing> zoneCrossings) {

    /** Handovers of a vehicle, moving or not (1/s). */
    public double handoversPerSecond() {
        return handovers / vehicleSeconds;
    }

    /** What a fluid of users of the mean speed has in circular cells: 2v / (πr) (1/s). */
    public double fluidPerSecond() {
        return 2 * meanSpeed / (Math.PI * cellRadiusMeters);
    }

    /** Share of vehicle-time in motion. */
    public double movingShare() {
        return 1 - stoppedShare;
    }

    /** Speed with which that share of users has the measured rate of handovers, by the same formula (m/s). */
    public double modelSpeed() {
        return handoversPerSecond() * Math.PI * cellRadiusMeters / (2 * movingShare());
    }
}
