package org.tafsim.radio;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import umontreal.ssj.hups.KorobovLattice;
import umontreal.ssj.hups.PointSetIterator;

/**
 * Users over a cell, and the loss from each antenna to each of them: place, walls, sight and shadowing are the coordinates of the points of a
 * lattice (Korobov, 4093 points with the multiplier 1516 of L'Ecuyer and Lemieux 2000), moved by half a step so that none is 0.
 */
final class UserDrops {
    private static final int POINTS = 4093;
    private static final int MULTIPLIER = 1516;
    private static final double HALF_STEP = 0.5 / POINTS;
    private static final int OWN_COORDINATES = 5;
    private static final int COORDINATES_OF_ANTENNA = 2;
    private static final double DEEPEST_METERS = 25; // TR 38.901, table 7.4.3-2
    private static final InverseCdf NORMAL = Samplers.normal();

    private final CellGeometry geometry;
    private final double[][] antennas;
    private final List<double[]> lossesDb = new ArrayList<>();

    UserDrops(CellGeometry geometry) {
        this.geometry = geometry;
        antennas = geometry.antennas();
        int coordinates = OWN_COORDINATES + COORDINATES_OF_ANTENNA * antennas.length;
        PointSetIterator points = new KorobovLattice(POINTS, MULTIPLIER, coordinates).iterator();
        double[] point = new double[coordinates];
        while (points.hasNextPoint()) {
            points.nextPoint(point, coordinates);
            lossesDb.add(losses(point));
        }
    }

    /** By user: loss from each antenna (dB), shadowing and walls included. */
    List<double[]> lossesDb() {
        return lossesDb;
    }

    private double[] losses(double[] point) {
        double[] place = place(point[0] + HALF_STEP, point[1] + HALF_STEP);
        double wallsDb = wallsDb(point);
        double[] losses = new double[antennas.length];
        for (int antenna = 0; antenna < losses.length; antenna++) {
            int first = OWN_COORDINATES + COORDINATES_OF_ANTENNA * antenna;
            losses[antenna] = wallsDb
                    + lossDb(
                            distance(place, antennas[antenna]), point[first] + HALF_STEP, point[first + 1] + HALF_STEP);
        }
        return losses;
    }

    /** Uniform over the cell around the middle: a part of the grid that repeats, moved next to that antenna. */
    private double[] place(double u, double v) {
        double[] nearest = geometry.place(u, v);
        for (double[] moved :
                List.of(geometry.place(u - 1, v), geometry.place(u, v - 1), geometry.place(u - 1, v - 1))) {
            nearest = distance(moved, antennas[0]) < distance(nearest, antennas[0]) ? moved : nearest;
        }
        return nearest;
    }

    private double wallsDb(double[] point) {
        if (point[2] + HALF_STEP >= geometry.indoorShare()) {
            return 0;
        }
        double inside = DEEPEST_METERS * (point[3] + HALF_STEP);
        double mean = geometry.entry().lossDb(geometry.pathLoss().carrierGigahertz(), inside);
        return mean + geometry.entry().deviationDb() * NORMAL.at(point[4] + HALF_STEP);
    }

    private double lossDb(double meters, double sight, double shadow) {
        PathLoss loss = geometry.pathLoss();
        double d2 = Math.max(meters, geometry.environment().leastMeters());
        boolean hasSight = sight < loss.sightProbability(d2);
        double mean = hasSight ? loss.inSightDb(d2) : loss.hiddenDb(d2);
        return mean + geometry.environment().shadowingDb(hasSight) * NORMAL.at(shadow);
    }

    private static double distance(double[] one, double[] other) {
        double x = one[0] - other[0];
        double y = one[1] - other[1];
        return Math.sqrt(x * x + y * y);
    }
}
