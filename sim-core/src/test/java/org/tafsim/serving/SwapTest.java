package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.EngineRules;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.SwapSpec;

/**
 * KV cache that moves to the host and back, worked out by hand. A step takes 10 ms and 1 ms more for each token that it emits;
 * moving a block of 4 tokens (4 bytes each) takes 5 ms.
 */
class SwapTest {

    private static ReplicaSpec swapping(int blocks, int hostBlocks, boolean prefixCaching) {
        SwapSpec swap = new SwapSpec(16L * hostBlocks, 16 / 0.005);
        return ServingSpecs.with(
                ServingSpecs.ticking(100, 10, 4, blocks),
                new EngineRules(prefixCaching, OptionalInt.empty(), Optional.of(swap)));
    }

    /**
     * Five blocks. The first decode of a and b needs two more than there are: the two of b go to the host, in 10 ms of that
     * step, which ends at 33 ms. a ends at 66 ms; the next step brings them back, and b goes on where it was.
     */
    @ParameterizedTest
    @EnumSource
    void theYoungestGoesOnWhereItWas(StepMode mode) {
        Timetable timetable = new Timetable(swapping(5, 2, true), mode);

        String lines = timetable.run("""
                a 0 8 5
                b 0 8 3
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 66
                b admitted 0 first 12 finished 98
                """);
        assertThat(timetable.serving().preemptions(0)).isEqualTo(1);
        assertThat(timetable.serving().swaps(0)).isEqualTo(1);
        assertThat(timetable.serving().prefilledTokens(0)).isEqualTo(8 + 8);
        assertThat(timetable.serving().generatedTokens(0)).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource
    void whereTheHostIsFullItIsComputedAnew(StepMode mode) {
        Timetable timetable = new Timetable(swapping(5, 1, true), mode);

        String lines = timetable.run("""
                a 0 8 5
                b 0 8 3
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 56
                b admitted 0 first 12 finished 78
                """);
        assertThat(timetable.serving().swaps(0)).isZero();
    }

    /** Four blocks: of b's two a's growth takes the last; the first is cached in the pool still, and need not come back. */
    @ParameterizedTest
    @EnumSource
    void whatThePoolStillHasNeedNotComeBack(StepMode mode) {
        String lines = Timetable.run(swapping(4, 2, true), mode, """
                a 0 8 5
                b 0 8 3 B:8
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 66
                b admitted 0 first 12 finished 93
                """);
    }

    /** b is gone at 40 ms, and its blocks from the host, which has room for those of e after 112 ms. */
    @ParameterizedTest
    @EnumSource
    void aClientThatGoesFreesTheHost(StepMode mode) {
        Timetable timetable = new Timetable(swapping(5, 2, true), mode);

        timetable.run("""
                a 0 8 5
                b 0 8 3 x40
                d 100 8 5
                e 100 8 3
                """);

        assertThat(timetable.serving().swaps(0)).isEqualTo(2);
    }

    @Test
    void aLinkThatIsTooSlowIsRefused() {
        ReplicaSpec replica = ServingSpecs.with(
                ServingSpecs.ticking(100, 10, 4, 1000),
                new EngineRules(true, OptionalInt.empty(), Optional.of(new SwapSpec(100, 16))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServingSystem(
                        Kernels.create(KernelKind.HEAP),
                        List.of(replica),
                        new Timetable(swapping(5, 1, true), StepMode.CLOSED_FORM),
                        StepMode.CLOSED_FORM))
                .withMessage("Replica r: moving its KV pool to the host takes 1000 s, and must take less than 137 s. "
                        + "Maybe the host link is in the wrong unit: it is in bytes/s.");
    }
}
