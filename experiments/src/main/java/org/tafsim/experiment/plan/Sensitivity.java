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

    /**
     * What a result tells of the parameters.
     *
     * @param valuesByPoint of the experiment's points, by number
     * @param confidence of the intervals, in (0, 1)
     */
    public List<SensitivityMethod.Index> indices(double[] valuesByPoint, double confidence) {
        double[] values =
                points.stream().mapToDouble(point -> valuesByPoint[point]).toArray();
        return method.indices(runs, paths.size(), seed, values, confidence);
    }
}
