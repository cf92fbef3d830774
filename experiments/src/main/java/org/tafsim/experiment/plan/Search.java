package org.tafsim.experiment.plan;

import java.math.BigDecimal;
import java.util.List;

/**
 * Looks for the largest or smallest value at which all goals are met, by bisection: a goal is taken to be easier the further the
 * value lies towards one end.
 *
 * @param path whose value is looked for
 * @param low smallest value, with its unit
 * @param high largest value, same unit
 * @param step answers are {@code low} plus a multiple of it
 * @param isLargest whether the largest value that meets the goals is asked for; else the smallest
 * @param goals all to be met
 * @param confidence of the interval by which a goal is decided, in (0, 1)
 */
public record Search(
        String path,
        BigDecimal low,
        BigDecimal high,
        BigDecimal step,
        String unit,
        boolean isLargest,
        List<Goal> goals,
        double confidence) {

    /** Checks. */
    public Search {
        goals = List.copyOf(goals);
        if (low.compareTo(high) >= 0 || step.signum() <= 0) {
            throw new IllegalArgumentException(
                    "Search: from %s to %s by %s leaves nothing to search.".formatted(low, high, step));
        }
        if (goals.isEmpty()) {
            throw new IllegalArgumentException("Search: there must be a goal, e.g. slo_attainment >= 0.99.");
        }
    }

    /** Values between the ends, both included. */
    public int size() {
        return high.subtract(low).divideToIntegralValue(step).intValueExact() + 1;
    }

    /** The value at a place from 0 to {@link #size} − 1. */
    public Setting setting(int place) {
        BigDecimal value = low.add(step.multiply(BigDecimal.valueOf(place)));
        return Setting.of(path, new Amount(value, unit).toString());
    }
}
