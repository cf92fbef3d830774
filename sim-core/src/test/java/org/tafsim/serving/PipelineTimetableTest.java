package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Parallelism;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;

/**
 * A pipeline of two stages with one layer each, worked out by hand. A layer takes 1 ms for each token that passes it, a hop 2 ms and the
 * host 10 ms; heads, caches and links take next to nothing.
 */
class PipelineTimetableTest {
    private static final int FFN = 1_000_000;

    /** Two products of a layer with 3·10⁶ + 4 weights. */
    private static final double FLOPS = 2 * (3.0 * FFN + 4) / 1e-3;

    private static final ModelProfile TWO_LAYERS =
            new ModelProfile("two", "US", 2, 1, 1, 1, 1, FFN, 3, 1, 1, 1, 6_000_010, 1_000, "test");
    private static final AcceleratorProfile CARD =
            new AcceleratorProfile("card", "US", FLOPS, FLOPS, 1_000_000_000_000L, 1e30, 1e30, 1, "test");
    private static final StepConstants CONSTANTS =
            new StepConstants("test", 1, 1, 1, 1, 2.5, 0, 0.010, 0, 0.002, 1, "test");

    /**
     * Twelve tokens pass two layers: 24 ms, and 14 of hops and host. Three decodes make batches of two and one: 4 ms. d comes in the third
     * cycle and prefills 4 tokens beside one decode of a batch: 10 ms. Two decodes are a batch of one at each stage: 2 ms.
     */
    @ParameterizedTest
    @EnumSource
    void decodesSpreadOverTheStagesAndPromptsPassThemAll(StepMode mode) {
        BatchLimits limits = new BatchLimits(100, 10, 4, 1, OptionalInt.of(100));
        ReplicaSpec replica = ServingSpecs.with(
                ServingSpecs.replica(TWO_LAYERS, CARD, 1, limits, CONSTANTS), new Parallelism(1, 2, false));

        String lines = Timetable.run(replica, mode, """
                a 0 4 3
                b 0 4 4
                c 0 4 5
                d 60 4 2
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 38 finished 74
                b admitted 0 first 38 finished 98
                c admitted 0 first 38 finished 114
                d admitted 74 first 98 finished 114
                """);
    }
}
