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
 */
public record PointSummary(Point point, int replications, SummaryTable summary, List<Difference> differences) {

    /** Copies. */
    public PointSummary {
        differences = List.copyOf(differences);
    }
}
