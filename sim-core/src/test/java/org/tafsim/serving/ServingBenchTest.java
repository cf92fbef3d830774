package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.kernel.KernelKind;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ReplicaSpec;

class ServingBenchTest {
    private static final ReplicaSpec ON_L4 =
            ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.L4, 1, BatchLimits.DEFAULT);

    /** Nearly idle, busy, and beyond capacity, where sequences are preempted. */
    @ParameterizedTest
    @CsvSource({"0.05, false", "0.8, false", "2.0, true"})
    void bothModesCountTheSameOnFewerEvents(double requestsPerSecond, boolean preempts) {
        ServingBench.Load load = new ServingBench.Load(4_000, 4, requestsPerSecond, 600, 200, 1);

        ServingBench.Counts closed = ServingBench.run(load, ON_L4, KernelKind.CALENDAR, StepMode.CLOSED_FORM);
        ServingBench.Counts exact = ServingBench.run(load, ON_L4, KernelKind.CALENDAR, StepMode.EXACT_STEPS);

        assertThat(closed.requests()).isEqualTo(4_000);
        assertThat(closed.events()).isLessThan(exact.events() / 2);
        assertThat(closed.preemptions() > 0).isEqualTo(preempts);
        assertThat(closed).usingRecursiveComparison().ignoringFields("events").isEqualTo(exact);
    }

    @ParameterizedTest
    @EnumSource
    void everyKernelCountsTheSame(KernelKind kind) {
        ServingBench.Load load = new ServingBench.Load(2_000, 10, 0.8, 600, 200, 2);

        ServingBench.Counts counts = ServingBench.run(load, ON_L4, kind, StepMode.CLOSED_FORM);

        assertThat(counts).isEqualTo(ServingBench.run(load, ON_L4, KernelKind.HEAP, StepMode.CLOSED_FORM));
    }

    @Test
    void lengthsHaveTheMeansAskedFor() {
        ServingBench.Load load = new ServingBench.Load(20_000, 50, 0.1, 600, 200, 3);

        ServingBench.Counts counts = ServingBench.run(load, ON_L4, KernelKind.CALENDAR, StepMode.CLOSED_FORM);

        double standardError = 200 / Math.sqrt(20_000);
        assertThat(counts.generatedTokens() / 20_000.0).isBetween(200 - 4 * standardError, 200 + 4 * standardError);
    }
}
