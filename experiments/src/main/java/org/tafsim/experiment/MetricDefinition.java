package org.tafsim.experiment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a metric is.
 *
 * @param group it belongs to, as a heading
 * @param name as in result files
 * @param unit as in result files
 * @param better which of two values is the good one
 * @param scopes it comes in: {@code all}, {@code app:*}, {@code rule:*@*}; a star stands for an id
 * @param onlyWhere what a scenario must state to have it; empty where every run has it
 * @param meaning one or two sentences, in which names of metrics and keys stand between backticks
 * @param page below {@code docs/} that has its formula, with the heading: {@code model/cut-off.md#metrics}
 */
public record MetricDefinition(
        String group,
        String name,
        String unit,
        Better better,
        List<String> scopes,
        Optional<String> onlyWhere,
        String meaning,
        String page) {

    /** Copies. */
    public MetricDefinition {
        scopes = List.copyOf(scopes);
    }

    /** Whether it may come in a scope such as {@code app:chat}. */
    public boolean hasScope(String scope) {
        return scopes.stream().anyMatch(pattern -> scope.matches(regex(pattern)));
    }

    private static String regex(String pattern) {
        return Pattern.quote(pattern).replace("*", "\\E[^/@]+\\Q");
    }
}
