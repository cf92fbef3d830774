package org.tafsim.report.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a page shows. Rows refer to policies, scopes and metrics by their place in the lists of these; what is not there is
 * null or empty, and its panel is left out.
 *
 * @param contract version of this form
 * @param kind {@code run} or {@code sweep}
 * @param rerun commands that give the numbers again
 * @param differences rows of policy, baseline, scope, metric, mean, half-width, n and adjusted p-value
 * @param flows rows of policy, stage, data, from, to, outside and gigabytes
 * @param optimum rows of policy, metric, unit, value, bound and gap
 */
record PageData(
        int contract,
        String kind,
        String title,
        String description,
        List<Notice> notices,
        Map<String, @Nullable Object> facts,
        List<String> rerun,
        List<String> policies,
        List<Tile> tiles,
        List<TableEntry> table,
        MetricRows.Summary summary,
        List<List<@Nullable Object>> differences,
        List<Definitions.Definition> definitions,
        List<SourceEntry> sources,
        List<DefaultEntry> defaults,
        List<Geography.Site> sites,
        List<Geography.Population> populations,
        List<Geography.Link> links,
        @Nullable Outline outline,
        @Nullable TimeData time,
        @Nullable PlacesData places,
        LatencyData latency,
        List<List<Object>> flows,
        List<RuleEntry> rules,
        @Nullable RequestRows requests,
        @Nullable List<List<Object>> optimum,
        @Nullable SweepData sweep) {

    static final int CONTRACT = 1;
}
