package org.tafsim.experiment.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;

class MetricTestTest {

    @Test
    void chanceIsRarelyTakenForChange() {
        SplittableRandom random = new SplittableRandom(11);
        int rejected = 0;
        int experiments = 1_000;

        for (int i = 0; i < experiments; i++) {
            Verdict verdict = MetricTest.judge(noise(random, 8, 10, 0), noise(random, 8, 10, 0));
            rejected += verdict.isReproduced() ? 0 : 1;
        }

        // at most 5 % by Holm; three standard errors of that share above it
        assertThat(rejected).isLessThan((int) (experiments * (0.05 + 3 * Math.sqrt(0.05 * 0.95 / experiments))));
    }

    @Test
    void aChangeOfTwoStandardDeviationsIsFound() {
        SplittableRandom random = new SplittableRandom(12);

        Verdict verdict = MetricTest.judge(noise(random, 20, 10, 0), noise(random, 20, 10, 2));

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DIFFERENT);
        assertThat(verdict.text()).startsWith("p/all/m0: ");
    }

    @Test
    void whereOtherReplicationsHaveTheMetricWelchJudges() {
        List<RunResult> few = List.of(result(0, 10), result(1, 12), result(2, 11));
        List<RunResult> more = List.of(result(0, 11), result(1, 10.5), result(2, 12), result(3, 10));
        List<RunResult> far = List.of(result(0, 21), result(1, 20.5), result(2, 22), result(3, 20));

        assertThat(MetricTest.judge(few, more).kind()).isEqualTo(Verdict.Kind.EQUAL);
        // by hand: variances 1 and 0.7292, t = 13.75 with 3.99 degrees of freedom, p = 0.00016
        assertThat(MetricTest.judge(few, far).text())
                .matches("p/all/m0: 11\\.000000 packed, 20\\.875000 again \\(.* = 0\\.0002\\)");
    }

    @Test
    void oneReplicationTellsOnlyTheSameFromAnother() {
        assertThat(MetricTest.judge(List.of(result(0, 10)), List.of(result(0, 10 + 1e-12)))
                        .kind())
                .isEqualTo(Verdict.Kind.EQUAL);
        assertThat(MetricTest.judge(List.of(result(0, 10)), List.of(result(0, 10.1)))
                        .kind())
                .isEqualTo(Verdict.Kind.DIFFERENT);
    }

    @Test
    void aMetricThatCameOrWentIsADifference() {
        RunResult without = new RunResult("p", 0, List.of(), List.of(), List.of(), 0);

        assertThat(MetricTest.judge(List.of(result(0, 1)), List.of(without)).text())
                .isEqualTo("p/all/m0: packed, but not there again");
        assertThat(MetricTest.judge(List.of(without), List.of(result(0, 1))).text())
                .isEqualTo("p/all/m0: there now, but not packed");
    }

    private static RunResult result(int replication, double value) {
        return new RunResult("p", replication, List.of(new Metric("all", "m0", "ms", value)), List.of(), List.of(), 0);
    }

    private static List<RunResult> noise(SplittableRandom random, int replications, int metrics, double shift) {
        List<RunResult> results = new ArrayList<>();
        for (int replication = 0; replication < replications; replication++) {
            List<Metric> values = new ArrayList<>();
            for (int metric = 0; metric < metrics; metric++) {
                values.add(new Metric("all", "m" + metric, "ms", 100 + shift + random.nextGaussian()));
            }
            results.add(new RunResult("p", replication, values, List.of(), List.of(), 0));
        }
        return results;
    }
}
