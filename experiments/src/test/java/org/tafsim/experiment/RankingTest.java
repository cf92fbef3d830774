package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Ranking.Place;

class RankingTest {

    /** Differences of b to a: 1, 2, 3; mean 2, deviation 1, t = 2 √3 = 3.464 with 2 degrees of freedom: P(T < −3.464) = 0.0371. */
    @Test
    void theOrderIsThatOfMeansAndTheDoubtThatOfPairedDifferences() {
        List<RunResult> results = results(new double[][] {{10, 20, 30}, {11, 22, 33}});

        Ranking ranking = Ranking.of(results, "ttft_p95", false, 0.95);

        assertThat(ranking.places()).extracting(Place::policy).containsExactly("p0", "p1");
        assertThat(ranking.places().get(1).toFirst().mean()).isEqualTo(2);
        assertThat(ranking.places().get(1).chanceBetter()).isCloseTo(0.0371, within(1e-4));
        assertThat(ranking.probability()).isCloseTo(1 - 0.0371, within(1e-4));
        assertThat(ranking.places().get(1).adjustedPValue()).isCloseTo(2 * 0.0371, within(2e-4));
        assertThat(ranking.places().get(1).isWorse()).isFalse();
    }

    @Test
    void whereMoreIsBetterTheLargestIsFirst() {
        List<RunResult> results = results(new double[][] {{10, 20, 30}, {11, 21.1, 31}, {9, 19, 29.1}});

        Ranking ranking = Ranking.of(results, "ttft_p95", true, 0.95);

        assertThat(ranking.places()).extracting(Place::policy).containsExactly("p1", "p0", "p2");
        assertThat(ranking.places()).extracting(Place::isWorse).containsExactly(false, true, true);
        assertThat(ranking.probability()).isGreaterThan(0.99);
    }

    @Test
    void twoThatAlwaysAgreeAreNotTold() {
        Ranking ranking = Ranking.of(results(new double[][] {{1, 2}, {1, 2}}), "ttft_p95", false, 0.95);

        assertThat(ranking.probability()).isEqualTo(0.5);
        assertThat(ranking.places().get(1).isWorse()).isFalse();
    }

    @Test
    void aPolicyWithoutTheMetricOrASingleReplicationIsRefused() {
        List<RunResult> results = results(new double[][] {{1, 2}, {1, 2}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.of(results, "slo_attainment", true, 0.95))
                .withMessage("Policy p0 has no metric slo_attainment.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.of(results(new double[][] {{1}, {2}}), "ttft_p95", true, 0.95))
                .withMessageContaining("two policies and two replications");
    }

    /** Three systems whose means are a tenth apart, common noise twenty times that: the promise holds on the mean of 2,000 studies. */
    @Test
    void theBestIsFirstAtLeastAsOftenAsPromised() {
        Random random = new Random(7);
        double promised = 0;
        int right = 0;
        int studies = 2000;
        for (int study = 0; study < studies; study++) {
            double[][] values = new double[3][10];
            for (int r = 0; r < 10; r++) {
                double common = 2 * random.nextGaussian();
                for (int policy = 0; policy < 3; policy++) {
                    values[policy][r] = common + 0.1 * policy + 0.2 * random.nextGaussian();
                }
            }
            Ranking ranking = Ranking.of(results(values), "ttft_p95", false, 0.95);
            promised += ranking.probability() / studies;
            right += ranking.places().get(0).policy().equals("p0") ? 1 : 0;
        }

        assertThat(promised).isBetween(0.6, 0.95);
        assertThat((double) right / studies).isGreaterThan(promised - 0.03);
    }

    /** Values by policy and replication. */
    private static List<RunResult> results(double[][] values) {
        List<RunResult> results = new ArrayList<>();
        for (int policy = 0; policy < values.length; policy++) {
            for (int r = 0; r < values[policy].length; r++) {
                List<Metric> metrics = List.of(new Metric("all", "ttft_p95", "ms", values[policy][r]));
                results.add(new RunResult("p" + policy, r, metrics, List.of(), List.of(), 1));
            }
        }
        return results;
    }
}
