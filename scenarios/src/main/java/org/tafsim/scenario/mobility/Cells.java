package org.tafsim.scenario.mobility;

/** Which cell a place is in. */
interface Cells {

    /** Where somebody was found, so that what moves little since is found at once. */
    final class Spot {
        private Point at = new Point(Double.NaN, Double.NaN);
        private double margin = -1;
        private long cell;

        /** Stands in a cell, and would still within a distance of here (m). */
        void set(double x, double y, long inCell, double withinMeters) {
            at = new Point(x, y);
            cell = inCell;
            margin = withinMeters;
        }

        boolean holds(double x, double y) {
            return at.distanceTo(x, y) < margin;
        }

        long cell() {
            return cell;
        }
    }

    /** The cell of a place; the spot remembers it. */
    long cellOf(double x, double y, Spot spot);
}
