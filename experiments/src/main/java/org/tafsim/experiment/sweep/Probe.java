package org.tafsim.experiment.sweep;

import java.util.List;
import java.util.Map;
import org.tafsim.experiment.Decimals;

/**
 * A value that a search tried.
 *
 * @param place of the value in the search, from 0
 * @param value its text
 * @param isMet whether the means meet all goals
 * @param isSure whether the intervals say so, too
 * @param replications it took
 * @param means of the goals' metrics; missing where no request completed
 */
public record Probe(
        int place, String value, boolean isMet, boolean isSure, int replications, Map<String, Double> means) {

    /** Texts of a line of {@code search.csv}. */
    List<String> line(String policy, String metric) {
        Double mean = means.get(metric);
        return List.of(
                policy,
                value,
                metric,
                mean == null ? "" : Decimals.fixed(mean),
                Integer.toString(replications),
                isMet ? "met" : "missed",
                isSure ? "yes" : "no");
    }
}
