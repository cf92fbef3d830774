package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;

class ComparisonTest {

    @Test
    void pairingTakesOutWhatBothPoliciesSharedInAReplication() {
        List<RunResult> results = List.of(
                Runs.of("cloud-only", 0, "ttft_p95", 100),
                Runs.of("cloud-only", 1, "ttft_p95", 500),
                Runs.of("nearest", 0, "ttft_p95", 90),
                Runs.of("nearest", 1, "ttft_p95", 488));

        Difference difference = Comparison.againstFirst(results, 0.95).get(0);

        // Differences −10 and −12: s = √2, t(0.975, 1) = 12.706205, half-width 12.706205 · √2 / √2
        assertThat(difference.policy()).isEqualTo("nearest");
        assertThat(difference.baseline()).isEqualTo("cloud-only");
        assertThat(difference.interval().mean()).isEqualTo(-11);
        assertThat(difference.interval().halfWidth()).isCloseTo(12.706205, within(1e-5));
        assertThat(difference.isSignificant()).isFalse();
    }

    @Test
    void differenceIsSignificantWhereItIsTheSameInEveryReplication() {
        List<RunResult> results = List.of(
                Runs.of("cloud-only", 0, "e2e_p95", 100),
                Runs.of("cloud-only", 1, "e2e_p95", 500),
                Runs.of("nearest", 0, "e2e_p95", 90),
                Runs.of("nearest", 1, "e2e_p95", 490));

        assertThat(Comparison.againstFirst(results, 0.95)).allMatch(Difference::isSignificant);
    }

    @Test
    void onlyReplicationsThatBothPoliciesHaveArePaired() {
        List<RunResult> results = List.of(
                Runs.of("a", 0, "ttft_p95", 1),
                Runs.of("a", 1, "ttft_p95", 2),
                Runs.of("b", 0, List.of()),
                Runs.of("b", 1, "ttft_p95", 5),
                Runs.of("c", 7, "ttft_p95", 5));

        List<Difference> differences = Comparison.againstFirst(results, 0.95);

        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).interval().mean()).isEqualTo(3);
        assertThat(differences.get(0).interval().count()).isEqualTo(1);
    }

    @Test
    void metricsComeInTheStatedOrderAndOnlyOverAllApplications() {
        List<Metric> metrics = List.of(
                new Metric("all", "violations", "count", 1),
                new Metric("all", "slo_attainment", "fraction", 1),
                new Metric("app:chat", "slo_attainment", "fraction", 1),
                new Metric("all", "prompt_tokens", "count", 1));

        List<Difference> differences =
                Comparison.againstFirst(List.of(Runs.of("a", 0, metrics), Runs.of("b", 0, metrics)), 0.95);

        assertThat(differences).extracting(Difference::metric).containsExactly("slo_attainment", "violations");
    }

    @Test
    void pValuesAreAdjustedForTheNumberOfPoliciesInAMetric() {
        List<RunResult> alone = new ArrayList<>();
        List<RunResult> amongOthers = new ArrayList<>();
        double[] noise = {0.3, -0.2, 0.1, -0.4};
        for (int r = 0; r < noise.length; r++) {
            List<RunResult> pair = List.of(Runs.of("a", r, "ttft_p95", 9), Runs.of("b", r, "ttft_p95", 10 + noise[r]));
            alone.addAll(pair);
            amongOthers.addAll(pair);
            amongOthers.add(Runs.of("c", r, "ttft_p95", 9 + noise[r]));
            amongOthers.add(Runs.of("d", r, "ttft_p95", 9 - noise[r]));
        }

        Difference one = Comparison.againstFirst(alone, 0.95).get(0);
        Difference ofThree = Comparison.againstFirst(amongOthers, 0.95).get(0);

        assertThat(one.isSignificant()).isTrue();
        assertThat(ofThree.interval()).isEqualTo(one.interval());
        assertThat(ofThree.adjustedPValue()).isCloseTo(3 * one.adjustedPValue(), within(1e-12));
    }

    @Test
    void onePolicyAloneHasNothingToDifferFrom() {
        assertThat(Comparison.againstFirst(List.of(Runs.of("a", 0, "ttft_p95", 1)), 0.95))
                .isEmpty();
    }
}
