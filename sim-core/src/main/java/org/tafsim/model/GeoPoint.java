package org.tafsim.model;

/**
 * A point on the globe (WGS84).
 *
 * @param latitudeDegrees in [-90, 90]
 * @param longitudeDegrees in [-180, 180]
 */
public record GeoPoint(double latitudeDegrees, double longitudeDegrees) {

    private static final double EARTH_RADIUS_METERS = 6_371_008.8; // mean radius, IUGG

    /** Checks the ranges. */
    public GeoPoint {
        if (!(Math.abs(latitudeDegrees) <= 90 && Math.abs(longitudeDegrees) <= 180)) { // also catches NaN
            throw new IllegalArgumentException("The point (%s, %s) must have a latitude in [-90, 90] and a longitude in"
                            .formatted(latitudeDegrees, longitudeDegrees)
                    + " [-180, 180]. Maybe the two are swapped.");
        }
    }

    /** Great-circle distance (m) by the haversine formula; within 0.5 % of the ellipsoid. */
    public double distanceMeters(GeoPoint other) {
        double lat1 = StrictMath.toRadians(latitudeDegrees);
        double lat2 = StrictMath.toRadians(other.latitudeDegrees);
        double sinLat = StrictMath.sin((lat2 - lat1) / 2);
        double sinLon = StrictMath.sin(StrictMath.toRadians(other.longitudeDegrees - longitudeDegrees) / 2);
        double h = sinLat * sinLat + StrictMath.cos(lat1) * StrictMath.cos(lat2) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_METERS * StrictMath.asin(Math.sqrt(Math.min(1, h)));
    }
}
