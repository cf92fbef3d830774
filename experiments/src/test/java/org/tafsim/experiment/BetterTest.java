package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BetterTest {

    @Test
    void keptPromisesAreGoodAndTimesAndViolationsAreNot() {
        assertThat(Better.of("slo_attainment")).isEqualTo(Better.HIGHER);
        assertThat(List.of("ttft_p95", "violations", "cost_eur_per_1k", "rejected_by_policy", "lost"))
                .allMatch(metric -> Better.of(metric) == Better.LOWER);
        assertThat(Better.of("requests")).isEqualTo(Better.NEITHER);
    }

    @Test
    void ofAMetricThatNobodyKnowsNeitherIsGood() {
        assertThat(Better.of("from_a_later_version")).isEqualTo(Better.NEITHER);
    }

    @Test
    void promisesLawAndAutonomyAreKeptTheMoreTheBetter() {
        assertThat(List.of("availability", "in_jurisdiction", "autonomy", "autonomy_half_life", "csf_score"))
                .allMatch(metric -> Better.of(metric) == Better.HIGHER);
    }
}
