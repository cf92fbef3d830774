package org.tafsim.experiment.sweep;

import java.util.List;
import org.tafsim.experiment.Difference;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.plan.Point;

/**
 * What a point's replications add up to.
 *
 * @param replications that counted
 * @param summary means with their intervals
 * @param differences of the other policies to the baseline, in pairs
 * @param best policies by the metric of each contest, in the order of {@link Contest#ALL}
 */
public record PointSummary(
        Point point, int replications, SummaryTable summary, List<Difference> differences, List<List<String>> best) {

    /** Copies. */
    public PointSummary {
        differences = List.copyOf(differences);
        best = List.copyOf(best);
    }
}
