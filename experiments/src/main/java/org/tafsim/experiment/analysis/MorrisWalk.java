package org.tafsim.experiment.analysis;

import java.util.stream.IntStream;
import umontreal.ssj.rng.RandomStream;

/** One trajectory of a {@link MorrisDesign}: from a point of the grid, every factor moves once, up or down. */
final class MorrisWalk {

    private final int[] order;
    private final double[][] points;

    /** Draws a trajectory through a grid of so many levels, even. */
    MorrisWalk(int factors, int levels, RandomStream stream) {
        double delta = levels / (2.0 * (levels - 1));
        double[] position = new double[factors];
        double[] move = new double[factors];
        for (int i = 0; i < factors; i++) {
            double low = stream.nextInt(0, levels / 2 - 1) / (levels - 1.0);
            boolean isUpward = stream.nextInt(0, 1) == 1;
            position[i] = isUpward ? low : low + delta;
            move[i] = isUpward ? delta : -delta;
        }
        order = permutation(factors, stream);
        points = new double[factors + 1][];
        points[0] = position.clone();
        for (int i = 0; i < factors; i++) {
            position[order[i]] += move[order[i]];
            points[i + 1] = position.clone();
        }
    }

    /** Fisher and Yates. */
    private static int[] permutation(int size, RandomStream stream) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = stream.nextInt(0, i);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    /** One more than there are factors. */
    double[][] points() {
        return IntStream.range(0, points.length)
                .mapToObj(i -> points[i].clone())
                .toArray(double[][]::new);
    }

    /**
     * Elementary effects by factor.
     *
     * @param values where this trajectory's begin
     */
    double[] effects(double[] values, int from) {
        double[] effects = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            int factor = order[i];
            double moved = points[i + 1][factor] - points[i][factor];
            effects[factor] = (values[from + i + 1] - values[from + i]) / moved;
        }
        return effects;
    }
}
