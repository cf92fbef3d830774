package org.tafsim.experiment.sweep;

import java.util.List;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.PointDifference;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.plan.Point;

/**
 * What a point's replications add up to.
 *
 * @param replications that counted
 * @param summary means with their intervals
 * @param differences of the other policies to the baseline, in pairs
 * @param againstBaseline differences to the point it is compared with, in pairs; empty where it is compared with none
 * @param best policies by the metric of each contest, in the order of {@link Contest#ALL}
 */
public record PointSummary(
        Point point,
        int replications,
        SummaryTable summary,
        List<Difference> differences,
        List<PointDifference> againstBaseline,
        List<List<String>> best) {

    /** Copies. */
    public PointSummary {
        differences = List.copyOf(differences);
        againstBaseline = List.copyOf(againstBaseline);
        best = List.copyOf(best);
    }

    PointSummary withAgainstBaseline(List<PointDifference> found) {
        return new PointSummary(point, replications, summary, differences, found, best);
    }
}
