package org.tafsim.experiment.plan;

import java.util.List;

/**
 * A sample drawn to tell which parameters matter.
 *
 * @param method how
 * @param runs walks or rows
 * @param paths the parameters
 * @param points number of the experiment's point at each place of the design: points drawn twice run once
 * @param seed it was drawn with
 */
public record Sensitivity(SensitivityMethod method, int runs, List<String> paths, List<Integer> points, long seed) {

    /** Copies. */
    public Sensitivity {
        paths = List.copyOf(paths);
        points = List.copyOf(points);
    }

    /** Tells what a result says of the parameters. */
    @FunctionalInterface
    public interface Analysis {

        /**
         * Indices by parameter.
         *
         * @param valuesByPoint of the experiment's points, by number
         * @param confidence of the intervals, in (0, 1)
         */
        List<SensitivityMethod.Index> indices(double[] valuesByPoint, double confidence);
    }

    /** For any number of results: the sample is drawn again, once. */
    public Analysis analysis() {
        SensitivityMethod.Analysis ofSample =
                method.draw(runs, paths.size(), seed).analysis();
        return (valuesByPoint, confidence) -> ofSample.indices(
                points.stream().mapToDouble(point -> valuesByPoint[point]).toArray(), confidence);
    }
}
