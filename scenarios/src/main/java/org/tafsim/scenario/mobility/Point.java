package org.tafsim.scenario.mobility;

/**
 * A point of the plane.
 *
 * @param x east (m)
 * @param y north (m)
 */
record Point(double x, double y) {

    double distanceTo(double otherX, double otherY) {
        return Math.hypot(otherX - x, otherY - y);
    }
}
