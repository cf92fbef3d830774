package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.stats.ConfidenceInterval;

class SummaryTableTest {

    @Test
    void meanAndHalfWidthAreStudents() {
        SummaryTable summary = SummaryTable.of(List.of(
                Runs.of("nearest", 0, "ttft_p95", 10),
                Runs.of("nearest", 1, "ttft_p95", 12),
                Runs.of("nearest", 2, "ttft_p95", 14)));

        // s = 2, t(0.975, 2) = 4.302653: half-width 4.302653 · 2 / √3
        ConfidenceInterval interval =
                summary.find("nearest", "all", "ttft_p95").orElseThrow().interval();
        assertThat(interval.mean()).isEqualTo(12);
        assertThat(interval.halfWidth()).isCloseTo(4.968275, within(1e-6));
        assertThat(interval.count()).isEqualTo(3);
    }

    @Test
    void rowsKeepTheOrderOfPoliciesAndMetrics() {
        List<Metric> metrics = List.of(
                new Metric("all", "ttft_p95", "ms", 1),
                new Metric("all", "e2e_p95", "ms", 2),
                new Metric("tier:cloud", "utilization", "fraction", 0.5));

        SummaryTable summary = SummaryTable.of(List.of(Runs.of("z", 0, metrics), Runs.of("a", 0, metrics)));

        assertThat(summary.policies()).containsExactly("z", "a");
        assertThat(summary.rows())
                .extracting(row -> row.policy() + " " + row.scope() + " " + row.metric())
                .containsExactly(
                        "z all ttft_p95",
                        "z all e2e_p95",
                        "z tier:cloud utilization",
                        "a all ttft_p95",
                        "a all e2e_p95",
                        "a tier:cloud utilization");
        assertThat(summary.listScopes("tier:")).containsExactly("tier:cloud");
    }

    @Test
    void metricThatAReplicationLacksCountsInTheOthers() {
        List<RunResult> results = List.of(Runs.of("nearest", 0, List.of()), Runs.of("nearest", 1, "ttft_p95", 12));

        SummaryTable summary = SummaryTable.of(results);

        ConfidenceInterval interval =
                summary.find("nearest", "all", "ttft_p95").orElseThrow().interval();
        assertThat(interval.count()).isEqualTo(1);
        assertThat(interval.halfWidth()).isInfinite();
        assertThat(summary.find("nearest", "all", "e2e_p95")).isEmpty();
    }

    @Test
    void metricThatIsThereTwiceIsRefused() {
        Metric metric = new Metric("all", "ttft_p95", "ms", 1);

        assertThatThrownBy(() -> SummaryTable.of(List.of(Runs.of("nearest", 4, List.of(metric, metric)))))
                .hasMessage("Policy nearest, replication 5: metric ttft_p95 of all is there twice.");
    }
}
