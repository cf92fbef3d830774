package org.tafsim.experiment.league;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;

class PlacesTest {

    /** Every policy a tenth better than the next in each replication, with a little noise: places 1, 2, 3. */
    @Test
    void aPlaceIsOneMoreThanThoseFoundBetter() {
        double[][] attainment = {{0.70, 0.71, 0.69, 0.70}, {0.90, 0.905, 0.89, 0.90}, {0.80, 0.81, 0.79, 0.80}};

        assertThat(places(attainment, attainment)).containsExactly(3, 1, 2);
    }

    /** a and b differ by chance; c is below both: one and one, then three, for two are better than it. */
    @Test
    void whoIsNotToldApartSharesAPlace() {
        double[][] attainment = {{0.90, 0.80, 0.85, 0.82}, {0.80, 0.90, 0.82, 0.85}, {0.1, 0.11, 0.1, 0.11}};

        assertThat(places(attainment, attainment)).containsExactly(1, 1, 3);
    }

    @Test
    void whereAttainmentIsTheSameTheQuickerIsBetter() {
        double[][] attainment = {{1, 0.9, 1, 1}, {1, 0.9, 1, 1}};
        double[][] millis = {{200, 230, 210, 200}, {100, 131, 109, 100}};

        assertThat(places(attainment, millis)).containsExactly(2, 1);
    }

    /** The second once kept a promise less, which chance explains, and is far quicker. */
    @Test
    void whereAttainmentIsNotToldApartTheQuickerIsBetter() {
        double[][] attainment = {{1, 1, 1, 1}, {1, 0.999, 1, 1}};
        double[][] millis = {{200, 230, 210, 200}, {100, 131, 109, 100}};

        assertThat(places(attainment, millis)).containsExactly(2, 1);
    }

    @Test
    void whoKeepsMorePromisesIsBetterHoweverSlow() {
        double[][] attainment = {{0.99, 0.98, 0.99, 0.98}, {0.89, 0.88, 0.89, 0.88}};
        double[][] millis = {{200, 230, 210, 200}, {100, 131, 109, 100}};

        assertThat(places(attainment, millis)).containsExactly(1, 2);
    }

    @Test
    void whoCompletesNothingIsJudgedByAttainmentAlone() {
        List<RunResult> results = new ArrayList<>();
        for (int r = 0; r < 4; r++) {
            double kept = 0.9 + 0.01 * (r % 2);
            results.add(result("good", r, new Metric("all", "slo_attainment", "fraction", kept), millis(100 + r)));
            results.add(result("refuses", r, new Metric("all", "slo_attainment", "fraction", 0)));
            results.add(result("refuses-too", r, new Metric("all", "slo_attainment", "fraction", 0)));
        }

        assertThat(Places.places(Contender.listAll(results), 0.95)).containsExactly(1, 2, 2);
    }

    /** 400 scenarios with 6 policies that are all the same: Holm keeps false judgements below 5 % of scenarios. */
    @Test
    void ofEqualPoliciesHardlyEverOneLosesAPlace() {
        Random random = new Random(11);
        int falseOnes = 0;
        for (int scenario = 0; scenario < 400; scenario++) {
            double[][] attainment = new double[6][8];
            for (int r = 0; r < 8; r++) {
                double common = 0.1 * random.nextGaussian();
                for (double[] policy : attainment) {
                    policy[r] = 0.5 + common + 0.02 * random.nextGaussian();
                }
            }
            for (int place : places(attainment, attainment)) {
                if (place > 1) {
                    falseOnes++;
                    break;
                }
            }
        }

        assertThat(falseOnes).isLessThan(33); // 5 % of 400 is 20; three standard deviations more
    }

    private static int[] places(double[][] attainment, double[][] millis) {
        List<RunResult> results = new ArrayList<>();
        for (int policy = 0; policy < attainment.length; policy++) {
            for (int r = 0; r < attainment[policy].length; r++) {
                results.add(result(
                        "p" + policy,
                        r,
                        new Metric("all", "slo_attainment", "fraction", attainment[policy][r]),
                        new Metric("app:chat", "slo_attainment", "fraction", 0.3),
                        millis(millis[policy][r])));
            }
        }
        return Places.places(Contender.listAll(results), 0.95);
    }

    private static Metric millis(double value) {
        return new Metric("all", "e2e_p95", "ms", value);
    }

    private static RunResult result(String policy, int replication, Metric... metrics) {
        return new RunResult(policy, replication, List.of(metrics), List.of(), List.of(), 1);
    }
}
