package org.tafsim.experiment.sweep;

import java.util.List;
import org.tafsim.experiment.plan.Goal;
import org.tafsim.stats.ConfidenceInterval;

/** What replications say of a goal. */
enum Verdict {
    MET,
    MISSED,
    /** The interval holds the bound. */
    OPEN;

    /**
     * Judges a goal by the interval of the mean; equality, meant for counts that must be zero, by every single value.
     *
     * @param values of the goal's metric, one for each observation; a goal whose metric is missing is missed
     */
    static Verdict of(Goal goal, List<Double> values, double confidence) {
        if (values.isEmpty()) {
            return MISSED;
        }
        if (goal.relation() == Goal.Relation.EQUAL) {
            return values.stream().allMatch(goal::isMetBy) ? MET : MISSED;
        }
        ConfidenceInterval interval = ConfidenceInterval.student(
                values.stream().mapToDouble(Double::doubleValue).toArray(), confidence);
        double reach = Double.isFinite(interval.halfWidth()) ? interval.halfWidth() : 0;
        boolean isLowMet = goal.isMetBy(interval.mean() - reach);
        boolean isHighMet = goal.isMetBy(interval.mean() + reach);
        if (isLowMet && isHighMet) {
            return MET;
        }
        return isLowMet || isHighMet ? OPEN : MISSED;
    }
}
