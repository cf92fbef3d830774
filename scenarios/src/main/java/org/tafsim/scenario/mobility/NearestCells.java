package org.tafsim.scenario.mobility;

import java.util.List;

/** Cells around given points: each place is of the nearest. Points of one name are one cell. */
final class NearestCells implements Cells {

    private final double[] x;
    private final double[] y;
    private final int[] cell;

    /** Cells numbered as their names come first. */
    NearestCells(PointFile.Named points) {
        List<String> distinct = points.names().stream().distinct().toList();
        x = points.points().stream().mapToDouble(Point::x).toArray();
        y = points.points().stream().mapToDouble(Point::y).toArray();
        cell = points.names().stream().mapToInt(distinct::indexOf).toArray();
    }

    /** Who has moved by less than half of what the second nearest is further away than the nearest is still nearest to that. */
    @Override
    public long cellOf(double atX, double atY, Spot spot) {
        if (spot.holds(atX, atY)) {
            return spot.cell();
        }
        int nearest = 0;
        double first = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            double distance = (x[i] - atX) * (x[i] - atX) + (y[i] - atY) * (y[i] - atY);
            if (distance < first) {
                second = first;
                first = distance;
                nearest = i;
            } else if (distance < second) {
                second = distance;
            }
        }
        spot.set(atX, atY, cell[nearest], (Math.sqrt(second) - Math.sqrt(first)) / 2);
        return cell[nearest];
    }

    /**
     * Radius of a circle as large as a cell, from how far neighbors are apart: of hexagons, whose centers are d apart, the area is √3/2 d². An
     * estimate where points are not regular; NaN for one.
     */
    double estimatedRadiusMeters() {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int j = 0; j < x.length; j++) {
                nearest = i == j ? nearest : Math.min(nearest, Math.hypot(x[i] - x[j], y[i] - y[j]));
            }
            sum += nearest;
        }
        double apart = sum / x.length;
        return x.length < 2 ? Double.NaN : apart * Math.sqrt(Math.sqrt(3) / (2 * Math.PI));
    }
}
