package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.MetricNames;

class BetterTest {

    @Test
    void keptPromisesAreGoodAndTimesAndViolationsAreNot() {
        assertThat(Better.of("slo_attainment")).isEqualTo(Better.HIGHER);
        assertThat(List.of("ttft_p95", "violations", "cost_eur_per_1k", "rejected_by_policy", "lost"))
                .allMatch(metric -> Better.of(metric) == Better.LOWER);
        assertThat(Better.of("requests")).isEqualTo(Better.NEITHER);
    }

    /** A metric whose name changes must not fall silently to "less is better". */
    @Test
    void whatIsSaidToBeGoodIsAMetricOfRuns() {
        assertThat(MetricNames.OF_ALL_REQUESTS.stream().filter(metric -> Better.of(metric) == Better.HIGHER))
                .containsExactlyInAnyOrder(
                        "slo_attainment",
                        "goodput",
                        "completed",
                        "availability",
                        "in_jurisdiction",
                        "operator_control",
                        "output_tokens_per_s",
                        "prefix_hit_ratio",
                        "harvested_gpu_h");
    }
}
