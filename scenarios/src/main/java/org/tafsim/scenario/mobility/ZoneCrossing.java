package org.tafsim.scenario.mobility;

import java.util.List;

/**
 * Vehicles that go from one zone to another. A stay begins where a vehicle is first seen, or with its crossing into the zone.
 *
 * @param from zone
 * @param to zone
 * @param stays in the zone that they come from, however they ended
 * @param count of these that ended so
 * @param seconds how long they were, at {@link #PROBABILITIES}
 */
public record ZoneCrossing(String from, String to, long stays, long count, List<Double> seconds) {

    /** Of the quantiles. */
    public static final List<Double> PROBABILITIES = List.of(0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0);

    /** Share of the stays that ended so. */
    public double share() {
        return count / (double) stays;
    }
}
