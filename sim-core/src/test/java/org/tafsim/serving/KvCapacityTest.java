package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.Parallelism;
import org.tafsim.model.ReplicaSpec;

class KvCapacityTest {

    /** vLLM 0.19 reported 2,588 blocks of 16 tokens there (LLMServingSim, bench/examples/RTX4090). */
    @Test
    void llama8BOnAnRtx4090GetsTheBlocksThatVllmFound() {
        KvCapacity capacity = KvCapacity.of(
                ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.RTX_4090, 1, BatchLimits.DEFAULT));

        assertThat(capacity.blocks()).isCloseTo(2588, within(26));
    }

    /** 72 GB of 80, less 16.06 of weights and 1.25 of reserve, at 131,072 bytes a token. */
    @Test
    void thePoolIsWhatWeightsAndReserveLeave() {
        KvCapacity capacity =
                KvCapacity.of(ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.H100, 1, BatchLimits.DEFAULT));

        assertThat(capacity.weightBytes()).isEqualTo(16.06e9);
        assertThat(capacity.reservedBytes()).isCloseTo(1.247e9, within(1e6));
        assertThat(capacity.blocks()).isEqualTo((int) ((72e9 - 16.06e9 - capacity.reservedBytes()) / (16 * 131_072)));
    }

    @Test
    void beyondTheKvHeadsMoreAcceleratorsStoreCopies() {
        KvCapacity onFour = KvCapacity.of(
                ServingSpecs.replica(ServingSpecs.QWEN3_30B_A3B, ServingSpecs.H100, 4, BatchLimits.DEFAULT));
        KvCapacity onEight = KvCapacity.of(
                ServingSpecs.replica(ServingSpecs.QWEN3_30B_A3B, ServingSpecs.H100, 8, BatchLimits.DEFAULT));

        assertThat(onEight.poolBytes() / onEight.blocks())
                .isCloseTo(2 * onFour.poolBytes() / onFour.blocks(), within(1e-3));
    }

    @Test
    void stagesOfAPipelineAddTheirMemoryAndCopyNothing() {
        ReplicaSpec wide = ServingSpecs.replica(ServingSpecs.LLAMA_2_70B, ServingSpecs.H100, 16, BatchLimits.DEFAULT);
        KvCapacity copied = KvCapacity.of(wide);
        KvCapacity staged = KvCapacity.of(ServingSpecs.with(wide, new Parallelism(4, 4, false)));

        assertThat(staged.weightBytes()).isEqualTo(copied.weightBytes());
        assertThat(copied.poolBytes() / copied.blocks())
                .isCloseTo(2 * staged.poolBytes() / staged.blocks(), within(1e-3)); // 8 KV heads on 16 cards
    }

    /** 128 experts on 3 cards: one has 43, as if all had. They are 29.0 of the 30.5 G weights, in two bytes. */
    @Test
    void expertsThatDoNotDivideTakeAsIfAllHadTheMost() {
        ReplicaSpec shared =
                ServingSpecs.replica(ServingSpecs.QWEN3_30B_A3B, ServingSpecs.H100, 3, BatchLimits.DEFAULT);

        KvCapacity whole = KvCapacity.of(ServingSpecs.with(shared, new Parallelism(3, 1, true)));

        double experts = 2.0 * 48 * 128 * 3 * 2048 * 768;
        assertThat(whole.weightBytes() - KvCapacity.of(shared).weightBytes())
                .isCloseTo(experts * (129.0 / 128 - 1), within(1.0));
    }

    @Test
    void statedBlocksStand() {
        BatchLimits limits = new BatchLimits(2048, 256, 16, 0.9, OptionalInt.of(2588));

        KvCapacity capacity = KvCapacity.of(ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.L4, 1, limits));

        assertThat(capacity.blocks()).isEqualTo(2588);
    }

    @Test
    void statedBlocksMustFitIntoTheMemory() {
        BatchLimits limits = new BatchLimits(2048, 256, 16, 0.9, OptionalInt.of(5000));

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> KvCapacity.of(ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.L4, 1, limits)))
                .withMessageStartingWith("Replica r: llama-3.1-8b");
    }

    @Test
    void aModelThatDoesNotFitIsRefusedWithTheSums() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KvCapacity.of(
                        ServingSpecs.replica(ServingSpecs.LLAMA_2_70B, ServingSpecs.L4, 4, BatchLimits.DEFAULT)))
                .withMessage(
                        "Replica r: llama-2-70b (138.0 GB of weights, 4.2 GB besides) leaves no room for its KV pool on "
                                + "4 x L4 (96.0 GB, of which the engine may take 90 %). Maybe raise the tensor parallel degree, "
                                + "or store weights in fewer bytes.");
    }
}
