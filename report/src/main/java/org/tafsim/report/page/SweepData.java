package org.tafsim.report.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points of a sweep and what came out there.
 *
 * @param axes what varies
 * @param rows of point, policy, scope, metric, mean, half-width and n
 * @param done tasks that are done, and tasks in all
 * @param baseline rows of point, policy, scope, metric, mean of the baseline, difference, half-width, n and adjusted p-value
 * @param best rows of point, metric and the policies that no other is found better than
 * @param sensitivity what {@code sensitivity.csv} says
 * @param search what {@code search.csv} says
 */
record SweepData(
        List<Axis> axes,
        List<Point> points,
        List<List<@Nullable Object>> rows,
        List<Integer> done,
        List<List<@Nullable Object>> baseline,
        List<List<Object>> best,
        @Nullable TextTable sensitivity,
        @Nullable TextTable search) {

    /**
     * A path that varies.
     *
     * @param label what it is called beside others
     * @param unit of its values; empty where they have none, or several
     * @param numeric whether all its values are numbers of this unit
     */
    record Axis(String path, String label, String unit, boolean numeric) {}

    /**
     * A point.
     *
     * @param name that a list gives it; empty where it has none
     * @param values by axis, as the experiment has them
     * @param numbers of these; null where an axis is not numeric or has no value here
     * @param run command that runs it alone
     */
    record Point(int n, String name, List<String> values, List<@Nullable BigDecimal> numbers, String run) {}

    /** Texts of a file. */
    record TextTable(List<String> columns, List<List<String>> rows) {}
}
