package org.tafsim.network;

import org.tafsim.model.GeoPoint;
import org.tafsim.units.Durations;

/**
 * Fiber that winds between places.
 *
 * @param routeFactor its length over the great circle
 * @param nanosPerMeter propagation (ns/m)
 */
record Fiber(double routeFactor, double nanosPerMeter) {

    /** Propagation between two places (ns), rounded up. */
    long nanosBetween(GeoPoint one, GeoPoint other) {
        return Durations.nanosOfSeconds(one.distanceMeters(other) * routeFactor * nanosPerMeter / 1e9);
    }
}
