package org.tafsim.scenario.mobility;

/**
 * Where a vehicle is at a time.
 *
 * @param seconds of its timestep
 * @param step number of the timestep, from 0
 * @param vehicle its id
 * @param x east (m)
 * @param y north (m)
 * @param speed that the file states (m/s); NaN where it states none
 */
public record Sighting(double seconds, long step, String vehicle, double x, double y, double speed) {}
