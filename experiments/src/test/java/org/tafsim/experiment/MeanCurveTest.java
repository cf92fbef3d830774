package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.engine.LatencyCurve;
import org.tafsim.engine.RunResult;

class MeanCurveTest {

    private static final List<Double> PROBABILITIES = List.of(0.5, 0.9);

    @Test
    void eachQuantileIsTheMeanOverReplications() {
        List<RunResult> results = List.of(
                run("a", 0, PROBABILITIES, List.of(1_000_000L, 5_000_000L)),
                run("a", 1, PROBABILITIES, List.of(3_000_000L, 6_000_000L)),
                run("b", 0, PROBABILITIES, List.of(7_000_000L, 8_000_000L)));

        List<MeanCurve> curves = MeanCurve.of(results);

        assertThat(curves)
                .containsExactly(
                        new MeanCurve("a", "all", "ttft", 2, PROBABILITIES, List.of(2.0, 5.5)),
                        new MeanCurve("b", "all", "ttft", 1, PROBABILITIES, List.of(7.0, 8.0)));
    }

    @Test
    void replicationsWithoutRequestsDoNotCount() {
        List<RunResult> results = List.of(
                run("a", 0, PROBABILITIES, List.of()), run("a", 1, PROBABILITIES, List.of(3_000_000L, 6_000_000L)));

        assertThat(MeanCurve.of(results))
                .containsExactly(new MeanCurve("a", "all", "ttft", 1, PROBABILITIES, List.of(3.0, 6.0)));
    }

    @Test
    void curvesOfDifferentProbabilitiesAreRefused() {
        List<RunResult> results =
                List.of(run("a", 0, PROBABILITIES, List.of(1L, 2L)), run("a", 1, List.of(0.5, 0.99), List.of(1L, 2L)));

        assertThatThrownBy(() -> MeanCurve.of(results)).hasMessageContaining("Policy a: the ttft of all");
    }

    private static RunResult run(String policy, int replication, List<Double> probabilities, List<Long> nanos) {
        LatencyCurve curve = new LatencyCurve("all", "ttft", probabilities, nanos);
        return new RunResult(policy, replication, List.of(), List.of(), List.of(curve), 0);
    }
}
