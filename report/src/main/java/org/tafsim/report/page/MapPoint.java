package org.tafsim.report.page;

import java.util.Optional;

/**
 * A point on the map.
 *
 * @param lat north (degrees)
 * @param lon east (degrees)
 */
record MapPoint(double lat, double lon, String name) {

    /** Of what has a latitude and a longitude. */
    static Optional<MapPoint> of(ScenarioTree entry, String name) {
        Optional<Double> lat = entry.number("latitude").filter(value -> Math.abs(value) <= 90);
        Optional<Double> lon = entry.number("longitude").filter(value -> Math.abs(value) <= 180);
        return lat.flatMap(north -> lon.map(east -> new MapPoint(north, east, name)));
    }
}
