package org.tafsim.experiment.plan;

import org.tafsim.kernel.random.RandomStreams;
import umontreal.ssj.hups.LatinHypercube;
import umontreal.ssj.hups.PointSetIterator;
import umontreal.ssj.hups.SobolSequence;
import umontreal.ssj.rng.RandomStream;

/** How points are drawn from the unit cube. */
enum SampleMethod {
    /** Independently. */
    RANDOM {
        @Override
        double[][] draw(int points, int dimensions, RandomStream stream) {
            double[][] cube = new double[points][dimensions];
            for (double[] point : cube) {
                stream.nextArrayOfDouble(point, 0, dimensions);
            }
            return cube;
        }
    },

    /** Latin hypercube: each of n layers of each dimension holds one point (McKay, Beckman and Conover 1979). */
    LHS {
        @Override
        double[][] draw(int points, int dimensions, RandomStream stream) {
            LatinHypercube cube = new LatinHypercube(points, dimensions);
            cube.randomize(stream);
            return first(points, dimensions, cube.iterator());
        }
    },

    /** Sobol's sequence, scrambled by a random linear matrix and a digital shift (Matousek 1998). */
    SOBOL {
        @Override
        double[][] draw(int points, int dimensions, RandomStream stream) {
            SobolSequence sequence = new SobolSequence(Math.max(2, points), dimensions);
            sequence.leftMatrixScramble(stream);
            sequence.addRandomShift(stream);
            return first(points, dimensions, sequence.iterator());
        }
    };

    /** Coordinates in [0, 1) of each point. */
    abstract double[][] draw(int points, int dimensions, RandomStream stream);

    double[][] draw(int points, int dimensions, long seed) {
        return draw(points, dimensions, new RandomStreams(seed, 0).stream("experiment/sample"));
    }

    private static double[][] first(int points, int dimensions, PointSetIterator iterator) {
        double[][] cube = new double[points][dimensions];
        for (double[] point : cube) {
            iterator.nextPoint(point, dimensions);
        }
        return cube;
    }
}
