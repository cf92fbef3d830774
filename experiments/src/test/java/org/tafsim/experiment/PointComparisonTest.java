package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.analysis.Family;
import org.tafsim.experiment.analysis.PairedTest;

class PointComparisonTest {

    private static final String METRIC = "ttft_p95";

    @Test
    void everyPolicyIsComparedWithItselfAtTheBaseline() {
        PointComparison comparison = new PointComparison(List.of(), 0.95);

        comparison.add(3, runs("a", 11, 13, 12, "b", 20, 20, 20), 1, runs("a", 10, 10, 10, "b", 25, 25, 25));

        List<PointDifference> differences = comparison.differences();
        assertThat(differences).extracting(PointDifference::policy).containsExactly("a", "b");
        PointDifference first = differences.get(0);
        assertThat(first.point()).isEqualTo(3);
        assertThat(first.baseline()).isEqualTo(1);
        assertThat(first.baselineMean()).isEqualTo(10);
        assertThat(first.interval().mean()).isEqualTo(2);
        assertThat(first.interval().count()).isEqualTo(3);
        assertThat(first.pValue())
                .isEqualTo(PairedTest.of(new double[] {1, 3, 2}, 0.95).pValue());
        assertThat(differences.get(1).interval().mean()).isEqualTo(-5);
    }

    @Test
    void allPointsAndPoliciesOfAMetricAreOneFamily() {
        PointComparison comparison = new PointComparison(List.of(), 0.95);
        List<RunResult> baseline = runs("a", 10, 10, 10, "b", 10, 10, 10);

        comparison.add(1, runs("a", 11, 13, 12, "b", 10, 11, 12), 0, baseline);
        comparison.add(2, runs("a", 14, 15, 17, "b", 9, 10, 12), 0, baseline);

        List<Double> adjusted = Family.of(
                        List.of(new double[] {1, 3, 2}, new double[] {0, 1, 2}, new double[] {4, 5, 7}, new double[] {
                            -1, 0, 2
                        }),
                        0.95)
                .members()
                .stream()
                .map(Family.Member::adjustedPValue)
                .toList();
        assertThat(comparison.differences())
                .extracting(PointDifference::adjustedPValue)
                .isEqualTo(adjusted);
    }

    @Test
    void onlyReplicationsThatHaveTheMetricAtBothPointsCount() {
        PointComparison comparison = new PointComparison(List.of(), 0.95);
        List<RunResult> point = new ArrayList<>(runs("a", 11, 13, 12));
        point.set(1, new RunResult("a", 1, List.of(), List.of(), List.of(), 1));

        comparison.add(1, point, 0, runs("a", 10, 50, 10, 10));

        PointDifference difference = comparison.differences().get(0);
        assertThat(difference.interval().count()).isEqualTo(2);
        assertThat(difference.interval().mean()).isCloseTo(1.5, within(1e-12));
        assertThat(difference.baselineMean()).isEqualTo(10);
    }

    @Test
    void aPolicyThatTheBaselineLacksIsLeftOut() {
        PointComparison comparison = new PointComparison(List.of(), 0.95);

        comparison.add(1, runs("a", 1, 2, "b", 1, 2), 0, runs("b", 1, 2));

        assertThat(comparison.differences()).extracting(PointDifference::policy).containsExactly("b");
    }

    @Test
    void metricsAreTheUsualOnesAndThoseAskedFor() {
        List<Metric> metrics = List.of(
                new Metric("all", METRIC, "ms", 1),
                new Metric("app:chat", METRIC, "ms", 1),
                new Metric("tier:cloud", METRIC, "ms", 1),
                new Metric("all", "prompt_tokens", "count", 1));
        List<RunResult> runs = List.of(new RunResult("a", 0, metrics, List.of(), List.of(), 1));
        PointComparison usual = new PointComparison(List.of(), 0.95);
        PointComparison more = new PointComparison(List.of("prompt_tokens"), 0.95);

        usual.add(1, runs, 0, runs);
        more.add(1, runs, 0, runs);

        assertThat(usual.differences()).extracting(PointDifference::scope).containsExactly("all", "app:chat");
        assertThat(more.differences())
                .extracting(PointDifference::metric)
                .containsExactly(METRIC, METRIC, "prompt_tokens");
    }

    /** A policy's label, its values by replication, the next label, and so on. */
    private static List<RunResult> runs(Object... labelsAndValues) {
        List<RunResult> runs = new ArrayList<>();
        String policy = "";
        int replication = 0;
        for (Object part : labelsAndValues) {
            if (part instanceof String label) {
                policy = label;
                replication = 0;
            } else {
                Metric metric = new Metric("all", METRIC, "ms", ((Integer) part).doubleValue());
                runs.add(new RunResult(policy, replication, List.of(metric), List.of(), List.of(), 1));
                replication++;
            }
        }
        return runs;
    }
}
