package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.Parallelism;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;

/** Steps worked out by hand from the equations of docs/model/serving.md. */
class IterationTimeTest {

    /**
     * Llama-3.1-8B on an H100, one decode at a context of 1,000. A layer streams 218.1 M weights in 158.8 µs, and takes 12.0 µs
     * besides; the head streams 525.3 M in 382.5 µs; 1,000 tokens of KV cache take 55.9 µs; the host 2.01 ms.
     */
    @Test
    void aDecodeStreamsWeightsHeadAndCache() {
        IterationTime time = IterationTime.of(
                ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.H100, 1, BatchLimits.DEFAULT));

        double seconds = time.seconds(1, 0, 0, 0, 1_000);

        assertThat(seconds * 1e6).isCloseTo(32 * (158.79 + 12.04) + 382.5 + 55.9 + 2_010, within(1.0));
    }

    /**
     * The same with 2,048 tokens of one prompt: 1,505.4 µs of products a layer at 0.6 of the peak, whose corner with 158.8 µs
     * adds 2.2 µs; 80.1 µs of element-wise work and 12; 2.78 ms of attention over all layers.
     */
    @Test
    void aPrefillIsBoundByThePeak() {
        IterationTime time = IterationTime.of(
                ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.H100, 1, BatchLimits.DEFAULT));

        double seconds = time.seconds(0, 2_048, 0, 2_048L * 2_048, 0);

        assertThat(seconds * 1e6).isCloseTo(32 * (1_505.5 + 2.2 + 80.1 + 12.0) + 2_779 + 2_000, within(5.0));
    }

    @Test
    void eightBitsHalveAPrefillAndItsWeights() {
        BatchLimits limits = BatchLimits.DEFAULT;
        ReplicaSpec bf16 = ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.H100, 1, limits);
        ReplicaSpec fp8 = new ReplicaSpec(
                "r",
                "s",
                bf16.model(),
                bf16.accelerator(),
                1,
                new Precision(1, 1, 1, Precision.Arithmetic.FP8),
                limits,
                bf16.constants());
        double unhalved = 2e-3 + 32 * (12e-6 + 16.0 * 2_048 * 4_096 * 2 / 3.35e12);

        double seconds = IterationTime.of(fp8).seconds(0, 2_048, 0, 0, 0) - unhalved;

        assertThat(seconds).isCloseTo((IterationTime.of(bf16).seconds(0, 2_048, 0, 0, 0) - unhalved) / 2, within(1e-9));
    }

    /**
     * Qwen3-30B-A3B on four H100, one decode. Of its 8 experts two fall to a card in the mean, and 4.039 to the busiest with √(2 ln 4)
     * deviations of √1.5. It streams them in 13.877 µs a layer, where four cards share 8 in 6.871; its copies take 0.015 µs less.
     */
    @Test
    void wholeExpertsTakeAsLongAsTheBusiestCardWithIts() {
        ReplicaSpec shared =
                ServingSpecs.replica(ServingSpecs.QWEN3_30B_A3B, ServingSpecs.H100, 4, BatchLimits.DEFAULT);
        ReplicaSpec whole = ServingSpecs.with(shared, new Parallelism(4, 1, true));

        double more = IterationTime.of(whole).seconds(1, 0, 0, 0, 1_000)
                - IterationTime.of(shared).seconds(1, 0, 0, 0, 1_000);

        assertThat(more * 1e6).isCloseTo(48 * (13.877 - 6.871 - 0.015), within(0.1));
    }

    @Test
    void aReplicaWhoseStepsCouldOverflowTheClockIsRefused() {
        AcceleratorProfile slow =
                new AcceleratorProfile("abacus", "US", 121, 242, 24_000_000_000L, 300e9, 32e9, 72, "test");
        BatchLimits limits = new BatchLimits(2048, 256, 16, 0.9, OptionalInt.empty());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> IterationTime.of(ServingSpecs.replica(ServingSpecs.LLAMA_8B, slow, 1, limits)))
                .withMessageContaining(
                        "must last less than 272 s. Maybe a peak of accelerator abacus is in the wrong unit");
    }
}
