package org.tafsim.experiment.analysis;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;
import umontreal.ssj.rng.RandomStream;

/**
 * Screening by elementary effects: r random walks through a grid of p levels in the unit cube, each moving every one of
 * k factors once, by Δ = p / (2 (p − 1)). The effect of factor i in a walk is (f(x + Δ e_i) − f(x)) / Δ. It costs r (k
 * + 1) points and tells factors that matter from others; use {@link SobolDesign} for how much of the variance each
 * explains. Sources: M. D. Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics
 * 33(2), 1991; μ* after F. Campolongo, J. Cariboni and A. Saltelli, Environ. Model. Softw. 22(10), 2007.
 */
public final class MorrisDesign {

    private final int factors;
    private final List<MorrisWalk> walks;

    /**
     * Draws trajectories.
     *
     * @param factors k, at least 1
     * @param trajectories r, at least 2; 10 to 50 are usual
     * @param levels p, even, at least 2; 4 are usual
     */
    public MorrisDesign(int factors, int trajectories, int levels, RandomStream stream) {
        Checks.atLeast(1, factors, "factors");
        checkTrajectories(trajectories);
        Checks.atLeast(2, levels, "levels");
        if (levels % 2 != 0) {
            throw new IllegalArgumentException("The number of levels (%d) must be even.".formatted(levels));
        }
        this.factors = factors;
        this.walks = IntStream.range(0, trajectories)
                .mapToObj(i -> new MorrisWalk(factors, levels, stream))
                .toList();
    }

    /**
     * Checks a number of trajectories before anything is drawn.
     *
     * @throws IllegalArgumentException unless it is at least 2
     */
    public static void checkTrajectories(int trajectories) {
        Checks.atLeast(2, trajectories, "trajectories");
    }

    /** The r (k + 1) points to run, coordinates in [0, 1], one trajectory after the other. */
    public double[][] points() {
        return walks.stream().flatMap(walk -> Stream.of(walk.points())).toArray(double[][]::new);
    }

    /**
     * What each factor does.
     *
     * @param values of the points, in their order, finite
     * @param confidence of the intervals of μ*, in (0, 1)
     */
    public List<MorrisEffect> effects(double[] values, double confidence) {
        Checks.finite(values);
        if (values.length != walks.size() * (factors + 1)) {
            throw new IllegalArgumentException("The design has %d points, but %d values came."
                    .formatted(walks.size() * (factors + 1), values.length));
        }
        double[][] byWalk = new double[walks.size()][];
        for (int walk = 0; walk < byWalk.length; walk++) {
            byWalk[walk] = walks.get(walk).effects(values, walk * (factors + 1));
        }
        return IntStream.range(0, factors)
                .mapToObj(factor -> effect(factor, column(byWalk, factor), confidence))
                .toList();
    }

    private static double[] column(double[][] rows, int column) {
        return Stream.of(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static MorrisEffect effect(int factor, double[] effects, double confidence) {
        Tally tally = new Tally();
        double[] sizes = new double[effects.length];
        for (int i = 0; i < effects.length; i++) {
            tally.record(effects[i]);
            sizes[i] = Math.abs(effects[i]);
        }
        ConfidenceInterval meanAbsolute = ConfidenceInterval.student(sizes, confidence);
        return new MorrisEffect(factor, meanAbsolute, tally.mean(), tally.standardDeviation());
    }
}
