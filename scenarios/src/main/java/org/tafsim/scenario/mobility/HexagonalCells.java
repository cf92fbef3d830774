package org.tafsim.scenario.mobility;

/**
 * Hexagons that fill the plane, each as large as a circle of a radius. A hexagon of side s has the area 3√3/2 s², so
 * s = r √(2π / 3√3) = 1.0996 r. Its boundary is 5.0 % longer than that of the circle, and so many more handovers there are of users who go in all directions
 * alike.
 */
final class HexagonalCells implements Cells {

    /** Side of a hexagon over the radius of a circle as large. */
    static final double SIDE_OF_RADIUS = Math.sqrt(2 * Math.PI / (3 * Math.sqrt(3)));

    /** Perimeter of a hexagon over that of a circle as large. */
    static final double PERIMETER_OF_CIRCLE = 6 * SIDE_OF_RADIUS / (2 * Math.PI);

    private static final double ROOT_3 = Math.sqrt(3);

    private final double sideMeters;

    HexagonalCells(double radiusMeters) {
        sideMeters = radiusMeters * SIDE_OF_RADIUS;
    }

    /** Axial coordinates of pointy-topped hexagons, rounded to the nearest center. */
    @Override
    public long cellOf(double x, double y, Spot spot) {
        double q = (ROOT_3 / 3 * x - y / 3) / sideMeters;
        double r = (2.0 / 3 * y) / sideMeters;
        double s = -q - r;
        double wholeQ = Math.rint(q);
        double wholeR = Math.rint(r);
        double wholeS = Math.rint(s);
        double offQ = Math.abs(wholeQ - q);
        double offR = Math.abs(wholeR - r);
        double offS = Math.abs(wholeS - s);
        if (offQ > offR && offQ > offS) {
            wholeQ = -wholeR - wholeS;
        } else if (offR > offS) {
            wholeR = -wholeQ - wholeS;
        }
        return ((long) wholeQ << 32) ^ ((long) wholeR & 0xFFFF_FFFFL);
    }
}
