package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.testing.SeedSource;

class IterationTimePropertyTest {
    private static final BatchLimits LIMITS = BatchLimits.DEFAULT;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void noStepIsFasterThanThePeakOrTheMemory(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReplicaSpec replica = ServingSpecs.any(random, LIMITS);
        IterationTime time = IterationTime.of(replica);
        for (int i = 0; i < 200; i++) {
            Step step = Step.any(random, replica.model());

            double seconds = step.seconds(time);

            double parallel = replica.tensorParallel();
            assertThat(seconds * parallel * replica.accelerator().bf16FlopsPerSecond())
                    .isGreaterThanOrEqualTo(step.flops(replica.model()));
            assertThat(seconds * parallel * replica.accelerator().memoryBytesPerSecond())
                    .isGreaterThanOrEqualTo(step.bytes(replica.model()));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void aStepNeverGetsShorterWithMoreTokensContextOrSequences(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReplicaSpec replica = ServingSpecs.any(random, LIMITS);
        IterationTime time = IterationTime.of(replica);
        for (int tokens = 2; tokens <= LIMITS.batchedTokens(); tokens++) {
            assertThat(time.ticks(tokens, 1, 0, 0)).isGreaterThanOrEqualTo(time.ticks(tokens - 1, 1, 0, 0));
        }
        for (int sequences = 1; sequences <= LIMITS.sequences(); sequences++) {
            assertThat(time.ticks(256, sequences, 0, 0)).isGreaterThanOrEqualTo(time.ticks(256, sequences - 1, 0, 0));
        }
        Step step = Step.any(random, replica.model());
        assertThat(time.ticks(step.tokens, step.sequences, step.units + 1, step.contexts))
                .isGreaterThan(step.ticks(time));
        assertThat(time.ticks(step.tokens, step.sequences, step.units, step.contexts + 1))
                .isGreaterThan(step.ticks(time));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void sharingLayersNeverTakesMoreMemoryOfAnAccelerator(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReplicaSpec replica = ServingSpecs.any(random, LIMITS);
        ReplicaSpec shared = ServingSpecs.replica(
                replica.model(), replica.accelerator(), 2 * replica.tensorParallel(), LIMITS, replica.constants());

        assertThat(bytesOfAnAccelerator(shared, 100_000)).isLessThanOrEqualTo(bytesOfAnAccelerator(replica, 100_000));
    }

    private static double bytesOfAnAccelerator(ReplicaSpec replica, int cachedTokens) {
        KvCapacity capacity = KvCapacity.of(replica);
        double tokenBytes = capacity.poolBytes() / capacity.blocks() / LIMITS.blockTokens();
        return (capacity.weightBytes() + capacity.reservedBytes() + cachedTokens * tokenBytes)
                / replica.tensorParallel();
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void predictionsAddUpTheStepsTheyStandFor(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IterationTime time = IterationTime.of(ServingSpecs.any(random, LIMITS));
        int decodes = random.nextInt(1, LIMITS.sequences());
        int contexts = random.nextInt(1_000_000);
        int rest = random.nextInt(1, LIMITS.batchedTokens() - decodes);

        double prefill = time.prefillSeconds(2L * (LIMITS.batchedTokens() - decodes) + rest, 12345, decodes, contexts);
        double decode = time.decodeSeconds(3, decodes, contexts);

        double full = time.seconds(LIMITS.batchedTokens(), decodes, 0, contexts);
        double last = time.seconds(decodes + rest, decodes, 12345, contexts);
        assertThat(prefill).isCloseTo(2 * full + last, within(1e-9 * prefill));
        double decodesOneByOne = 0;
        for (int step = 0; step < 3; step++) {
            decodesOneByOne += time.seconds(decodes, decodes, 0, contexts + (long) step * decodes);
        }
        assertThat(decode).isCloseTo(decodesOneByOne, within(1e-9 * decode));
    }

    /** A step, and the work that no hardware can avoid in it. */
    private record Step(int tokens, int sequences, int decodes, long units, long contexts) {

        static Step any(SplittableRandom random, ModelProfile model) {
            int decodes = random.nextInt(LIMITS.sequences());
            int prefill = random.nextInt(1, LIMITS.batchedTokens() - decodes + 1);
            int cached = random.nextInt(model.contextTokens() - prefill);
            long contexts = (long) decodes * random.nextInt(1, model.contextTokens());
            int sequences = decodes + random.nextInt(2);
            return new Step(decodes + prefill, sequences, decodes, (long) prefill * (2L * cached + prefill), contexts);
        }

        double seconds(IterationTime time) {
            return time.seconds(tokens, sequences, units, contexts);
        }

        long ticks(IterationTime time) {
            return time.ticks(tokens, sequences, units, contexts);
        }

        double flops(ModelProfile model) {
            double products =
                    2.0 * tokens * (attention(model) + model.feedForward().active() * expert(model));
            double attending = model.attention().prefillFlops() * (0.5 * units + contexts);
            return model.layers() * (products + attending)
                    + 2.0 * sequences * model.hiddenSize() * model.vocabularySize();
        }

        double bytes(ModelProfile model) {
            double weights = 2 * (attention(model) + distinctExperts(model) * expert(model));
            double keysAndValues = 2.0 * model.attention().kvElements() * contexts;
            double head = sequences == 0 ? 0 : 2.0 * model.hiddenSize() * model.vocabularySize();
            return model.layers() * (weights + keysAndValues) + head;
        }

        private static double attention(ModelProfile model) {
            return model.attention().parameters(model.hiddenSize());
        }

        private static double expert(ModelProfile model) {
            return 3.0 * model.hiddenSize() * model.feedForward().size();
        }

        /** By the chance of each expert to be missed by all tokens. */
        private double distinctExperts(ModelProfile model) {
            double missed = Math.pow(
                    1
                            - (double) model.feedForward().active()
                                    / model.feedForward().experts(),
                    tokens);
            return model.feedForward().experts() * (1 - missed) * (1 - 1e-12);
        }
    }
}
