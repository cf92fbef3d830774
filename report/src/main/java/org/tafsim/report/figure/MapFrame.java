package org.tafsim.report.figure;

import java.util.List;
import org.tafsim.model.GeoPoint;
import org.tafsim.scenario.topology.Topology;

/** What a map shows (degrees). */
record MapFrame(double west, double east, double south, double north) {

    private static final double LEAST_DEGREES = 0.2;

    /** Around nodes, with room on every side as a share of the larger side. */
    static MapFrame around(List<Topology.Node> nodes, double margin) {
        double west = 180;
        double east = -180;
        double south = 90;
        double north = -90;
        for (Topology.Node node : nodes) {
            GeoPoint point = node.location();
            west = Math.min(west, point.longitudeDegrees());
            east = Math.max(east, point.longitudeDegrees());
            south = Math.min(south, point.latitudeDegrees());
            north = Math.max(north, point.latitudeDegrees());
        }
        double room = Math.max(LEAST_DEGREES, margin * Math.max(east - west, north - south));
        return new MapFrame(west - room, east + room, south - room, north + room);
    }

    /** Length of a degree of longitude at the mean latitude over that of a degree of latitude. */
    private double squeeze() {
        return StrictMath.cos(StrictMath.toRadians((south + north) / 2));
    }

    /** Width over height, as lengths on the ground. */
    double aspect() {
        return (east - west) * squeeze() / (north - south);
    }

    /** The same, with room added on two sides so that it has an aspect. */
    MapFrame widenedTo(double wanted) {
        if (aspect() < wanted) {
            double more = (east - west) * (wanted / aspect() - 1) / 2;
            return new MapFrame(west - more, east + more, south, north);
        }
        double more = (north - south) * (aspect() / wanted - 1) / 2;
        return new MapFrame(west, east, south - more, north + more);
    }
}
