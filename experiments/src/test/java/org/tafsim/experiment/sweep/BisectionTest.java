package org.tafsim.experiment.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Progress;
import org.tafsim.policies.PolicySet;

/** Systems that meet their goal up to, or from, a known value. */
class BisectionTest {

    @ParameterizedTest
    @CsvSource({"5.5,5 /s,6 /s", "0.5,,1 /s", "99,9 /s,"})
    void theLargestLoadIsTheLastThatMeetsTheGoal(double capacity, String answer, String beyond) throws Exception {
        Answer found = search("largest", capacity, 0).get(0);

        assertThat(found.value().orElse(null)).isEqualTo(answer);
        assertThat(found.firstFailing().orElse(null)).isEqualTo(beyond);
        assertThat(found.isSure()).isTrue();
        assertThat(found.probes()).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void everyPolicyGetsItsOwnAnswer() throws Exception {
        assertThat(search("largest", 5.5, 0)).extracting(Answer::policy).containsExactly("nearest", "cloud-only");
    }

    @Test
    void replicationsAreAddedWhereTheIntervalHoldsTheBound() throws Exception {
        Answer found = search("largest", 5.5, 3).get(0);

        assertThat(found.probes())
                .anySatisfy(probe -> assertThat(probe.replications()).isGreaterThan(3));
    }

    private static List<Answer> search(String which, double capacity, double noise) throws Exception {
        String text = """
                apiVersion: tafsim/v1
                kind: Experiment
                base: hello.yaml
                replications: {count: 3, max: 12}
                search: {%s: 'apps[id=chat].arrivals.rate', between: [1 /s, 9 /s], step: 1 /s, goals: [slo_attainment >= 0.99]}
                """.formatted(which);
        ExperimentSource source = new ExperimentSource("test.yaml", text, Path.of("..", "scenarios"));
        SweepPlan plan = SweepPlan.of(source.read(false), PolicySet.shipped(), "test");
        return new Bisection(
                        plan,
                        point -> (policy, replication, sink) -> {
                            double load = Double.parseDouble(
                                    point.point().settings().get(0).text().replace(" /s", ""));
                            double slack = capacity - load + noise * (replication % 3 - 1);
                            double attainment = 0.99 + slack / 1000;
                            return new RunResult(
                                    policy.label(),
                                    replication,
                                    List.of(new Metric("all", "slo_attainment", "fraction", attainment)),
                                    List.of(),
                                    List.of(),
                                    1);
                        },
                        2,
                        Progress.NONE)
                .run();
    }
}
