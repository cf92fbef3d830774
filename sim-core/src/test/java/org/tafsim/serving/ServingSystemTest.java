package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.PromptText;
import org.tafsim.model.ReplicaSpec;

class ServingSystemTest {
    private static final ReplicaSpec TICKING = ServingSpecs.ticking(100, 4, 10, 50);
    private static final ServingListener DEAF = new Notes(Kernels.create(KernelKind.HEAP));

    private final Kernel kernel = Kernels.create(KernelKind.HEAP);

    @Test
    void viewsShowTheMiddleOfARunOfSteps() {
        ServingSystem serving = new ServingSystem(kernel, List.of(TICKING), DEAF, StepMode.CLOSED_FORM);
        serving.submit(0, 0, 49, 30);

        kernel.runUntil(60_000_000); // five steps of 11 ms are over, four of them decodes

        assertThat(serving.iterations(0)).isEqualTo(5);
        assertThat(serving.generatedTokens(0)).isEqualTo(5);
        assertThat(serving.prefilledTokens(0)).isEqualTo(49);
        assertThat(serving.kvUsedFraction(0)).isEqualTo(6.0 / 50); // 53 tokens
        assertThat(serving.busyNanos(0)).isEqualTo(60_000_000);
        assertThat(serving.prefillNanos(0)).isBetween(11_000_000L, 11_000_001L);
        assertThat(serving.runningSequences(0)).isEqualTo(1);
        assertThat(serving.predictedPrefillSeconds(0, 30)).isCloseTo(0.006 + 0.011, within(1e-6));
    }

    @Test
    void predictionsCountThePromptsThatWait() {
        ServingSystem serving = new ServingSystem(kernel, List.of(TICKING), DEAF, StepMode.CLOSED_FORM);
        serving.submit(0, 0, 100, 2);
        serving.submit(0, 1, 150, 2);

        double seconds = serving.predictedPrefillSeconds(0, 60);

        assertThat(serving.waitingPrefillTokens(0)).isEqualTo(250);
        assertThat(seconds).isCloseTo(0.011 + 3 * 0.010, within(1e-6)); // 210 tokens in steps of 100
    }

    @Test
    void predictionsWaitForALeaverWhereTheBatchIsFull() {
        ServingSystem serving =
                new ServingSystem(kernel, List.of(ServingSpecs.ticking(100, 1, 10, 50)), DEAF, StepMode.EXACT_STEPS);
        serving.submit(0, 0, 10, 11);
        kernel.runUntil(15_000_000);

        double seconds = serving.predictedPrefillSeconds(0, 10);

        assertThat(seconds).isCloseTo((121 - 15 + 11) / 1e3, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void aRequestAtTheNanosecondOfABoundaryJoinsTheStepThatBeginsThere(StepMode mode) {
        for (EventRank rank : EventRank.values()) {
            Kernel anyKernel = Kernels.create(KernelKind.HEAP);
            Notes notes = new Notes(anyKernel);
            ServingSystem serving = new ServingSystem(anyKernel, List.of(TICKING), notes, mode);
            int late = anyKernel.register(rank, (replica, request) -> serving.submit(0, request, 10, 2));
            serving.submit(0, 0, 10, 9);
            anyKernel.schedule(33_000_001, late, 0, 1); // three steps of 11 ms and a few ticks
            anyKernel.schedule(45_000_002, late, 0, 2); // a nanosecond after the boundary
            anyKernel.runUntil(1_000_000_000);

            assertThat(notes.lines)
                    .as("%s", rank)
                    .contains("33000001 admitted 1", "57000001 admitted 2")
                    .hasSize(9);
        }
    }

    @Test
    void numbersAreFreeAgainWhenTheirRequestHasFinished() {
        List<String> lines = new ArrayList<>();
        ServingSystem[] serving = new ServingSystem[1];
        ServingListener again = new ServingListener() {
            @Override
            public void onAdmitted(int request) {}

            @Override
            public void onFirstToken(int request) {}

            @Override
            public void onFinished(int request) {
                lines.add(kernel.nowNanos() / 1_000_000 + " " + request);
                if (lines.size() < 3) {
                    serving[0].submit(0, request, 10, 1);
                }
            }
        };
        serving[0] = new ServingSystem(kernel, List.of(TICKING), again, StepMode.CLOSED_FORM);

        serving[0].submit(0, 7, 10, 1);
        kernel.runUntil(1_000_000_000);

        assertThat(lines).containsExactly("11 7", "22 7", "33 7");
    }

    @Test
    void whatFitsIsKnownBeforehand() {
        ServingSystem serving = new ServingSystem(kernel, List.of(TICKING), DEAF, StepMode.CLOSED_FORM);

        assertThat(serving.canEverFit(0, 400, 100)).isTrue();
        assertThat(serving.canEverFit(0, 400, 101)).isFalse(); // 51 blocks of 50
        assertThat(serving.canEverFit(0, Integer.MAX_VALUE, Integer.MAX_VALUE)).isFalse();
    }

    @Test
    void aNumberInUseIsRefused() {
        ServingSystem serving = new ServingSystem(kernel, List.of(TICKING, TICKING), DEAF, StepMode.CLOSED_FORM);
        serving.submit(0, 3, 10, 5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> serving.submit(1, 3, 10, 5))
                .withMessageStartingWith("Request 3 is at a replica already.");
    }

    @Test
    void nobodyIsCancelledTwiceOrWithoutBeingThere() {
        ServingSystem serving = new ServingSystem(kernel, List.of(TICKING), DEAF, StepMode.CLOSED_FORM);
        serving.submit(0, 3, 10, 5);
        serving.cancel(0, 3);

        for (int request : new int[] {2, 3, 4_000}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> serving.cancel(0, request))
                    .withMessage("Request %d is not at a replica, or was cancelled before.", request);
        }
    }

    @Test
    void emptyPromptsAndOutputsAreRefused() {
        ServingSystem serving = new ServingSystem(kernel, List.of(TICKING), DEAF, StepMode.CLOSED_FORM);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> serving.submit(0, 3, 0, 5))
                .withMessage("Request 3: prompt (0 tokens) and output (5 tokens) must be at least 1.");
    }

    @Test
    void aReplicaThatCannotHoldItsModelIsRefused() {
        ReplicaSpec tooSmall = ServingSpecs.replica(ServingSpecs.LLAMA_2_70B, ServingSpecs.L4, 1, BatchLimits.DEFAULT);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServingSystem(kernel, List.of(tooSmall), DEAF, StepMode.CLOSED_FORM))
                .withMessageContaining("Maybe raise the tensor parallel degree");
    }

    @Test
    void anAuditFindsTokensThatNobodyEmitted() {
        RequestTable requests = new RequestTable();
        int kind = kernel.register(EventRank.SERVICE, (replica, unused) -> {});
        ServingContext context = new ServingContext(kernel, kind, requests, DEAF, StepMode.CLOSED_FORM, new Paces());
        Replica replica = new Replica(context, 0, TICKING);
        requests.open(0, 10, 5, 0, 0);
        replica.submit(0, PromptText.UNKNOWN);
        ServingInvariants.audit(replica, requests);

        replica.counters().countPrefillEnd();

        assertThatThrownBy(() -> ServingInvariants.audit(replica, requests))
                .isInstanceOf(InvariantViolation.class)
                .hasMessage("INV-S2 at 0 ns: Replica r: generated (1) against emitted to requests (0).");
    }

    /** Writes every call down. */
    private static final class Notes implements ServingListener {
        private final List<String> lines = new ArrayList<>();
        private final Kernel kernel;

        Notes(Kernel kernel) {
            this.kernel = kernel;
        }

        @Override
        public void onAdmitted(int request) {
            lines.add(kernel.nowNanos() + " admitted " + request);
        }

        @Override
        public void onFirstToken(int request) {
            lines.add(kernel.nowNanos() + " first " + request);
        }

        @Override
        public void onFinished(int request) {
            lines.add(kernel.nowNanos() + " finished " + request);
        }
    }
}
