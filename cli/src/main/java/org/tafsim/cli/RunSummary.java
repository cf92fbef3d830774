package org.tafsim.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.Tier;
import picocli.CommandLine.Help.Ansi;

/** The comparison of policies as people read it: a row for each quantity, a column for each policy. */
final class RunSummary {

    private static final int POLICIES_PER_BLOCK = 4;

    private final Scenario scenario;
    private final SummaryTable summary;

    RunSummary(Scenario scenario, SummaryTable summary) {
        this.scenario = scenario;
        this.summary = summary;
    }

    void print(PrintWriter out, Ansi ansi) {
        out.println("%s: %d sites, %d replicas, %d populations; %d replications of %d s; mean ± 95 %% half-width"
                .formatted(
                        scenario.name(),
                        scenario.sites().size(),
                        scenario.replicas().size(),
                        scenario.populations().size(),
                        scenario.run().replications(),
                        scenario.run().durationNanos() / 1_000_000_000L));
        List<PolicySpec> policies = scenario.policies();
        for (int from = 0; from < policies.size(); from += POLICIES_PER_BLOCK) {
            out.println();
            block(policies.subList(from, Math.min(from + POLICIES_PER_BLOCK, policies.size())))
                    .print(out, ansi);
        }
    }

    private TextTable block(List<PolicySpec> policies) {
        List<String> headings = new ArrayList<>(List.of(""));
        policies.forEach(policy -> headings.add(policy.label() + "#"));
        TextTable table = TextTable.of(headings.toArray(String[]::new));
        row(table, policies, "requests", "all", "requests", 1, 0);
        row(table, policies, "SLO attainment %", "all", "slo_attainment", 100, 1);
        row(table, policies, "TTFT p50 ms", "all", "ttft_p50", 1, 1);
        row(table, policies, "TTFT p95 ms", "all", "ttft_p95", 1, 1);
        row(table, policies, "TTFT p99 ms", "all", "ttft_p99", 1, 1);
        row(table, policies, "time per output token ms", "all", "tpot_mean", 1, 2);
        row(table, policies, "end to end p95 ms", "all", "e2e_p95", 1, 0);
        row(table, policies, "network ms", "all", "network_mean", 1, 1);
        row(table, policies, "queue ms", "all", "queue_mean", 1, 1);
        row(table, policies, "compute ms", "all", "compute_mean", 1, 0);
        for (Tier tier : Tier.values()) {
            row(table, policies, "busy %, " + tier.word(), "tier:" + tier.word(), "utilization", 100, 1);
        }
        row(table, policies, "violations", "all", "violations", 1, 0);
        row(table, policies, "stayed in jurisdiction %", "all", "in_jurisdiction", 100, 1);
        return table;
    }

    private void row(
            TextTable table,
            List<PolicySpec> policies,
            String title,
            String scope,
            String metric,
            int scale,
            int digits) {
        List<String> cells = new ArrayList<>(List.of(title));
        boolean isThere = false;
        for (PolicySpec policy : policies) {
            var found = summary.find(policy.label(), scope, metric);
            isThere |= found.isPresent();
            cells.add(found.map(value -> cell(value, scale, digits)).orElse("-"));
        }
        if (isThere) {
            table.add(cells.toArray(String[]::new));
        }
    }

    private static String cell(SummaryRow row, int scale, int digits) {
        String form = "%." + digits + "f";
        String mean = String.format(Locale.ROOT, form, row.interval().mean() * scale);
        double half = row.interval().halfWidth() * scale;
        return Double.isFinite(half) ? mean + " ±" + String.format(Locale.ROOT, form, half) : mean;
    }
}
