package org.tafsim.report.table;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.experiment.Better;
import org.tafsim.experiment.SummaryTable;

/**
 * One row of the run table.
 *
 * @param label indented where it belongs to the row above
 * @param scope of the metric
 * @param metric name; empty for a heading without numbers
 * @param scale of the numbers
 * @param isOptional left out where it is zero under every policy
 */
public record RowSpec(String label, String scope, String metric, Scale scale, boolean isOptional) {

    /** How numbers of a row are shown. */
    public enum Scale {
        COUNT(""),
        MILLIS("ms"),
        PERCENT("%");

        private final String unit;

        Scale(String unit) {
            this.unit = unit;
        }

        public String unit() {
            return unit;
        }
    }

    /** Which values of the row are good; of what is optional none is: such rows tell why others are as they are. */
    public Better better() {
        return isOptional || isHeading() ? Better.NEITHER : Better.of(metric);
    }

    private static RowSpec of(String label, String metric, Scale scale) {
        return new RowSpec(label, "all", metric, scale, false);
    }

    private static RowSpec optional(String label, String metric) {
        return new RowSpec(label, "all", metric, Scale.COUNT, true);
    }

    private static RowSpec heading(String label) {
        return of(label, "", Scale.COUNT);
    }

    public boolean isHeading() {
        return metric.isEmpty();
    }

    /** All rows in groups, for the tiers that a summary has. */
    public static List<List<RowSpec>> groups(SummaryTable summary) {
        return List.of(service(), latency(), stages(summary), utilization(summary), radio(), sovereignty());
    }

    /** Stages of pipelines, in their order. */
    private static List<RowSpec> stages(SummaryTable summary) {
        List<RowSpec> rows = new ArrayList<>();
        for (String scope : summary.listScopes("app:")) {
            if (scope.contains("/")) {
                String label = "Stage " + scope.substring("app:".length()) + ", p95";
                rows.add(new RowSpec(label, scope, "stage_p95", Scale.MILLIS, false));
                rows.add(new RowSpec("  within budget", scope, "stage_within_budget", Scale.PERCENT, false));
            }
        }
        return rows;
    }

    private static List<RowSpec> service() {
        return List.of(
                of("Requests", "requests", Scale.COUNT),
                optional("  no lawful place", "rejected_no_lawful_place"),
                optional("  nothing open", "rejected_unavailable"),
                optional("  no contract", "rejected_no_contract"),
                optional("  refused by policy", "rejected_by_policy"),
                optional("  too long", "rejected_too_long"),
                optional("  given up by clients", "expired"),
                optional("  lost with a replica", "lost"),
                optional("  unfinished", "unfinished"),
                optional("  waited for a model", "cold_requests"),
                of("SLO attainment", "slo_attainment", Scale.PERCENT),
                of("Availability", "availability", Scale.PERCENT));
    }

    /** Of cells on cards that AI shares, where there are some. */
    private static List<RowSpec> radio() {
        return List.of(
                of("Slots missed, per million", "l1_misses_per_million", Scale.COUNT),
                of("  time over the target", "l1_over_target", Scale.PERCENT),
                of("GPU-hours left to AI", "harvested_gpu_h", Scale.COUNT),
                of("  that it computed with", "harvested_busy_gpu_h", Scale.COUNT));
    }

    private static List<RowSpec> latency() {
        return List.of(
                of("Time to first token, p50", "ttft_p50", Scale.MILLIS),
                of("                     p95", "ttft_p95", Scale.MILLIS),
                of("                     p99", "ttft_p99", Scale.MILLIS),
                of("Time per output token", "tpot_mean", Scale.MILLIS),
                of("End to end, p95", "e2e_p95", Scale.MILLIS),
                of("            mean", "e2e_mean", Scale.MILLIS),
                of("  network", "network_mean", Scale.MILLIS),
                of("  queue", "queue_mean", Scale.MILLIS),
                of("  compute", "compute_mean", Scale.MILLIS));
    }

    private static List<RowSpec> utilization(SummaryTable summary) {
        List<RowSpec> rows = new ArrayList<>();
        boolean hasTotal = summary.rows().stream()
                .anyMatch(row -> row.scope().equals("all") && row.metric().equals("utilization"));
        rows.add(hasTotal ? of("Accelerators busy", "utilization", Scale.PERCENT) : heading("Accelerators busy"));
        for (String tier : summary.listScopes("tier:")) {
            String label = "  " + tier.substring("tier:".length()).replace('-', ' ');
            rows.add(new RowSpec(label, tier, "utilization", Scale.PERCENT, false));
        }
        return rows;
    }

    private static List<RowSpec> sovereignty() {
        return List.of(
                of("Violations", "violations", Scale.COUNT),
                of("Stayed in jurisdiction", "in_jurisdiction", Scale.PERCENT),
                of("Under operator control", "operator_control", Scale.PERCENT),
                of("Served by partners", "partner_share", Scale.PERCENT));
    }
}
