package org.tafsim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.report.SyntheticRuns;

class RunTableTest {

    @Test
    void rowsReadLikeATable() {
        List<RunResult> results = new ArrayList<>();
        double[][] values = {{0.70, 182.1, 40}, {0.72, 183.9, 42}, {0.95, 54.2, 0}, {0.96, 54.0, 0}};
        for (int i = 0; i < values.length; i++) {
            results.add(new RunResult(
                    i < 2 ? "cloud-only" : "nearest",
                    i % 2,
                    List.of(
                            new Metric("all", "requests", "count", 1_234),
                            new Metric("all", "slo_attainment", "fraction", values[i][0]),
                            new Metric("all", "ttft_p50", "ms", values[i][1]),
                            new Metric("tier:far-edge", "utilization", "fraction", 0.5),
                            new Metric("all", "violations", "count", values[i][2])),
                    List.of(),
                    List.of(),
                    1));
        }

        List<String> lines = table(results, 2).lines(false);

        assertThat(String.join("\n", lines)).isEqualTo("""
                edge-vs-cloud
                112 sites · 37 populations · 2 policies × 2 replications · 10 min measured

                                               cloud-only      nearest
                Requests                      1,234         1,234
                SLO attainment            %    71.0 ±12.7    95.5 ±6.4*

                Time to first token, p50  ms    183 ±11      54.1 ±1.3*

                Accelerators busy
                  far edge                %    50.0          50.0

                Violations                     41.0 ±12.7       0     *

                ± half-width of the 95 % confidence interval over 2 replications (Student); none where all agree.
                * best of the row, with all whose interval overlaps it. All policies saw the same requests.
                Latencies: completed requests, as users see them; network, queue and compute add up to the mean.
                """.stripTrailing());
    }

    @Test
    void lossesAndRadioHaveRowsWhereThereIsSomethingToSay() {
        List<RunResult> results = IntStream.range(0, 2)
                .mapToObj(i -> new RunResult(
                        "nearest",
                        i,
                        List.of(
                                new Metric("all", "requests", "count", 100),
                                new Metric("all", "lost", "count", 3 + i),
                                new Metric("all", "rejected_unavailable", "count", 0),
                                new Metric("all", "availability", "fraction", 0.999),
                                new Metric("all", "l1_misses_per_million", "count", 0.25),
                                new Metric("all", "l1_over_target", "fraction", 0.01),
                                new Metric("all", "harvested_gpu_h", "h", 28.5 + i),
                                new Metric("all", "harvested_busy_gpu_h", "h", 7.5)),
                        List.of(),
                        List.of(),
                        1))
                .toList();

        assertThat(String.join("\n", table(results, 2).lines(false)))
                .contains("lost with a replica", "Availability", "Slots missed, per million", "GPU-hours left to AI")
                .doesNotContain("nothing open", "Served by partners");
    }

    @Test
    void stagesOfPipelinesHaveTheirTimesAndBudgets() {
        List<Metric> metrics = List.of(
                new Metric("all", "requests", "count", 10),
                new Metric("app:voice", "ttft_p95", "ms", 700),
                new Metric("app:voice/listen", "stage_p95", "ms", 97),
                new Metric("app:voice/listen", "stage_within_budget", "fraction", 0.5),
                new Metric("app:voice/speak", "stage_p95", "ms", 82));
        RunResult result = new RunResult("nearest", 0, metrics, List.of(), List.of(), 1);

        String text = String.join("\n", table(List.of(result), 1).lines(false));

        assertThat(text).contains("""
                Stage voice/listen, p95  ms    97.0
                  within budget          %     50.0
                Stage voice/speak, p95   ms    82.0
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 9, 30})
    void noLineIsWiderThanTheTerminal(int policies) {
        List<RunResult> results = SyntheticRuns.of(names(policies), 3);

        List<String> lines = table(results, 3).lines(false);

        assertThat(lines).allMatch(line -> Wrap.length(line) <= RunTable.WIDTH);
        for (String policy : names(policies)) {
            assertThat(lines).filteredOn(line -> line.contains(policy)).hasSize(1);
        }
    }

    @Test
    void longNamesOfPoliciesWrapAboveTheirColumn() {
        List<String> labels = List.of("filter-then-rank: latency below 50 ms", "x".repeat(70), "nearest");

        List<String> lines = table(SyntheticRuns.of(labels, 3), 3).lines(false);

        assertThat(lines).allMatch(line -> Wrap.length(line) <= RunTable.WIDTH);
        assertThat(String.join("\n", lines)).contains("filter-then-rank:", "latency below 50", "x".repeat(18));
    }

    @Test
    void styleAddsNothingButEscapes() {
        RunTable table = table(SyntheticRuns.of(SyntheticRuns.POLICIES, 5), 5);

        List<String> styled = table.lines(true);

        assertThat(String.join("\n", styled)).contains("\u001b[1m", "\u001b[2m", "\u001b[0m");
        assertThat(styled.stream()
                        .map(line -> line.replaceAll("\u001b\\[\\dm", "").stripTrailing()))
                .isEqualTo(table.lines(false));
    }

    @Test
    void oneReplicationHasNoIntervals() {
        List<String> lines =
                table(SyntheticRuns.of(SyntheticRuns.POLICIES, 1), 1).lines(false);

        assertThat(String.join("\n", lines)).doesNotContain("±").contains("One replication: no interval.");
    }

    @Test
    void onePolicyHasNoBest() {
        List<String> lines = table(SyntheticRuns.of(List.of("nearest"), 5), 5).lines(false);

        assertThat(String.join("\n", lines)).doesNotContain("*");
    }

    @Test
    void metricThatAPolicyLacksIsADash() {
        List<RunResult> results = List.of(
                new RunResult("a", 0, List.of(new Metric("all", "ttft_p95", "ms", 1)), List.of(), List.of(), 1),
                new RunResult("b", 0, List.of(), List.of(), List.of(), 1));

        List<String> lines = table(results, 1).lines(false);

        assertThat(lines).anySatisfy(line -> assertThat(line).matches(".*p95  ms +1\\.00\\*? +–"));
        assertThat(String.join("\n", lines)).doesNotContain("p99", "Accelerators busy", "Violations");
    }

    @Test
    void reasonsOfRejectionShowOnlyWhereTheyOccur() {
        List<String> lines =
                table(SyntheticRuns.of(SyntheticRuns.POLICIES, 3), 3).lines(false);

        assertThat(String.join("\n", lines))
                .contains("no lawful place")
                .doesNotContain("refused", "too long", "unfinished");
    }

    private static RunTable table(List<RunResult> results, int replications) {
        SummaryTable summary = SummaryTable.of(results);
        int policies = summary.policies().size();
        return new RunTable(
                new RunHeadline("edge-vs-cloud", 112, 37, policies, replications, 600_000_000_000L), summary);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "policy%02d".formatted(i))
                .toList();
    }
}
