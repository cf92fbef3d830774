package org.tafsim.experiment.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import umontreal.ssj.hups.PointSetIterator;
import umontreal.ssj.hups.SobolSequence;
import umontreal.ssj.rng.RandomStream;

/**
 * Variance-based sensitivity: two matrices A and B of n points in the unit cube, and for each of k factors the matrix
 * AB_i, which is A with column i from B. With V the variance over A and B,
 *
 * <pre>
 * S_i = (1/n) Σ_j f(B)_j (f(AB_i)_j − f(A)_j) / V,     T_i = (1/2n) Σ_j (f(A)_j − f(AB_i)_j)² / V.
 * </pre>
 *
 * <p>A and B are halves of scrambled Sobol points. Values are taken less their mean first, which changes no index and
 * much of the error. Intervals by bootstrap over rows j; rows of Sobol points are more even than independent ones, so
 * these intervals are too wide rather than too narrow. Factors must be independent. Sources: A. Saltelli et al.,
 * Comput. Phys. Commun. 181(2), 2010; M. J. W. Jansen, Comput. Phys. Commun. 117, 1999 (T_i); G. Archer, A. Saltelli
 * and I. Sobol, J. Stat. Comput. Simul. 58, 1997 (bootstrap).
 */
public final class SobolDesign {

    private static final int RESAMPLES = 1000;

    private final int factors;
    private final int rows;
    private final double[][] points;

    /**
     * Draws points.
     *
     * @param factors k, at least 1
     * @param rows n, a power of two from 2 up: elsewhere Sobol points are uneven; 512 to 8192 are usual
     */
    public SobolDesign(int factors, int rows, RandomStream stream) {
        Checks.atLeast(1, factors, "factors");
        checkRows(rows);
        this.factors = factors;
        this.rows = rows;
        this.points = draw(stream);
    }

    /**
     * Checks a number of rows before anything is drawn.
     *
     * @throws IllegalArgumentException unless it is a power of two from 2 up
     */
    public static void checkRows(int rows) {
        if (rows < 2 || Integer.bitCount(rows) != 1) {
            throw new IllegalArgumentException("The number of rows (%d) must be a power of two, e.g. %d."
                    .formatted(rows, Integer.highestOneBit(Math.max(rows, 2))));
        }
    }

    private double[][] draw(RandomStream stream) {
        SobolSequence sequence = new SobolSequence(rows, 2 * factors);
        sequence.leftMatrixScramble(stream);
        sequence.addRandomShift(stream);
        PointSetIterator iterator = sequence.iterator();
        double[][] drawn = new double[rows * (factors + 2)][];
        double[] both = new double[2 * factors];
        for (int row = 0; row < rows; row++) {
            iterator.nextPoint(both, both.length);
            for (int matrix = 0; matrix < factors + 2; matrix++) {
                drawn[row * (factors + 2) + matrix] = point(both, matrix);
            }
        }
        return drawn;
    }

    /** Of matrix 0 = A, 1 = B or 2 + i = AB_i. */
    private double[] point(double[] both, int matrix) {
        double[] point = new double[factors];
        for (int i = 0; i < factors; i++) {
            boolean isOfB = matrix == 1 || matrix == 2 + i;
            point[i] = both[isOfB ? factors + i : i];
        }
        return point;
    }

    /** The n (k + 2) points to run, coordinates in [0, 1), row by row: A, B, AB_0, AB_1, … */
    public double[][] points() {
        return IntStream.range(0, points.length)
                .mapToObj(i -> points[i].clone())
                .toArray(double[][]::new);
    }

    /**
     * Indices of all factors; all 0 where the result never varies.
     *
     * @param values of the points, in their order, finite
     * @param confidence of the intervals, in (0, 1)
     * @param stream for the bootstrap
     */
    public List<SobolIndex> indices(double[] values, double confidence, RandomStream stream) {
        Checks.finite(values);
        Checks.confidence(confidence);
        if (values.length != points.length) {
            throw new IllegalArgumentException(
                    "The design has %d points, but %d values came.".formatted(points.length, values.length));
        }
        SobolSums sums = new SobolSums(values, factors);
        double[] estimates = sums.indices(IntStream.range(0, rows).toArray());
        double[][] resampled = new double[2 * factors][RESAMPLES];
        for (int b = 0; b < RESAMPLES; b++) {
            double[] again = sums.indices(resample(stream));
            for (int index = 0; index < again.length; index++) {
                resampled[index][b] = again[index];
            }
        }
        List<SobolIndex> indices = new ArrayList<>();
        for (int i = 0; i < factors; i++) {
            Interval first = percentiles(estimates[i], resampled[i], confidence);
            Interval total = percentiles(estimates[factors + i], resampled[factors + i], confidence);
            indices.add(new SobolIndex(i, first, total));
        }
        return List.copyOf(indices);
    }

    private int[] resample(RandomStream stream) {
        int[] drawn = new int[rows];
        stream.nextArrayOfInt(0, rows - 1, drawn, 0, rows);
        return drawn;
    }

    private static Interval percentiles(double estimate, double[] resampled, double confidence) {
        double miss = (1 - confidence) / 2;
        return new Interval(
                estimate,
                QuantileInterval.nearestRank(QuantileInterval.sorted(resampled), miss),
                QuantileInterval.nearestRank(QuantileInterval.sorted(resampled), 1 - miss));
    }
}
