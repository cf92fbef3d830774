package org.tafsim.report.page;

import java.util.List;
import java.util.Optional;

/**
 * A part of the world between meridians and parallels (degrees).
 *
 * @param west least longitude
 * @param south least latitude
 * @param east greatest longitude
 * @param north greatest latitude
 */
record MapBox(double west, double south, double east, double north) {

    static final MapBox WORLD = new MapBox(-180, -60, 180, 85);

    private static final double LEAST_MARGIN = 3;
    private static final double MARGIN_SHARE = 0.12;

    /** More than this does not fit a continent. */
    private static final double WIDEST = 70;

    private static final double HIGHEST = 45;

    /** Around some points with a margin; the world where they are on several continents, nothing where there are none. */
    static Optional<MapBox> around(List<MapPoint> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double west = points.stream().mapToDouble(MapPoint::lon).min().getAsDouble();
        double east = points.stream().mapToDouble(MapPoint::lon).max().getAsDouble();
        double south = points.stream().mapToDouble(MapPoint::lat).min().getAsDouble();
        double north = points.stream().mapToDouble(MapPoint::lat).max().getAsDouble();
        if (east - west > WIDEST || north - south > HIGHEST) {
            return Optional.of(WORLD);
        }
        double across = Math.max(LEAST_MARGIN, MARGIN_SHARE * (east - west));
        double up = Math.max(LEAST_MARGIN, MARGIN_SHARE * (north - south));
        return Optional.of(new MapBox(
                Math.max(WORLD.west, west - across),
                Math.max(-WORLD.north, south - up),
                Math.min(WORLD.east, east + across),
                Math.min(WORLD.north, north + up)));
    }

    double width() {
        return east - west;
    }

    double height() {
        return north - south;
    }

    boolean isWorld() {
        return equals(WORLD);
    }
}
