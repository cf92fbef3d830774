package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Parallelism;
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

            double cards = replica.accelerators();
            assertThat(seconds * cards * replica.accelerator().bf16FlopsPerSecond())
                    .isGreaterThanOrEqualTo(step.flops(replica.model()));
            assertThat(seconds * cards * replica.accelerator().memoryBytesPerSecond())
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
            assertThat(time.ticks(0, tokens, 1, 0, 0)).isGreaterThanOrEqualTo(time.ticks(0, tokens - 1, 1, 0, 0));
        }
        for (int sequences = 1; sequences <= LIMITS.sequences(); sequences++) {
            assertThat(time.ticks(0, 256, sequences, 0, 0))
                    .isGreaterThanOrEqualTo(time.ticks(0, 256, sequences - 1, 0, 0));
            assertThat(time.ticks(sequences, 256, 0, 0, 1_000L * sequences))
                    .isGreaterThanOrEqualTo(time.ticks(sequences - 1, 256, 0, 0, 1_000L * (sequences - 1)));
        }
        Step step = Step.any(random, replica.model());
        assertThat(step.with(step.units + 1, step.contexts).ticks(time)).isGreaterThan(step.ticks(time));
        assertThat(new Step(1, 1, 0, 0, 1_001).ticks(time)).isGreaterThan(new Step(1, 1, 0, 0, 1_000).ticks(time));
        assertThat(step.with(step.units, step.contexts + 1).ticks(time)).isGreaterThanOrEqualTo(step.ticks(time));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void moreAcceleratorsNeverTakeMoreMemoryOfEach(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReplicaSpec replica = ServingSpecs.any(random, LIMITS);
        Parallelism few = replica.parallelism();
        double bytes = bytesOfAnAccelerator(replica, 100_000);

        for (Parallelism more : List.of(
                new Parallelism(2 * few.tensor(), few.pipeline(), few.isExpertParallel()),
                new Parallelism(few.tensor(), 2 * few.pipeline(), few.isExpertParallel()))) {
            assertThat(bytesOfAnAccelerator(ServingSpecs.with(replica, more), 100_000))
                    .as("%s after %s", more, few)
                    .isLessThanOrEqualTo(bytes);
        }
    }

    private static double bytesOfAnAccelerator(ReplicaSpec replica, int cachedTokens) {
        KvCapacity capacity = KvCapacity.of(replica);
        double tokenBytes = capacity.poolBytes() / capacity.blocks() / LIMITS.blockTokens();
        return (capacity.weightBytes() + capacity.reservedBytes() + cachedTokens * tokenBytes) / replica.accelerators();
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

        double full = time.seconds(decodes, LIMITS.batchedTokens() - decodes, 0, 0, contexts);
        double last = time.seconds(decodes, rest, 0, 12345, contexts);
        assertThat(prefill).isCloseTo(2 * full + last, within(1e-9 * prefill));
        double decodesOneByOne = 0;
        for (int step = 0; step < 3; step++) {
            decodesOneByOne += time.seconds(decodes, 0, 0, 0, contexts + (long) step * decodes);
        }
        assertThat(decode).isCloseTo(decodesOneByOne, within(1e-9 * decode));
    }

    /** A step, and the work that no hardware can avoid in it. */
    private record Step(int decodes, int chunk, int ending, long units, long contexts) {

        static Step any(SplittableRandom random, ModelProfile model) {
            int decodes = random.nextInt(LIMITS.sequences());
            int prefill = random.nextInt(1, LIMITS.batchedTokens() - decodes + 1);
            int cached = random.nextInt(model.contextTokens() - prefill);
            long contexts = (long) decodes * random.nextInt(1, model.contextTokens());
            return new Step(decodes, prefill, random.nextInt(2), (long) prefill * (2L * cached + prefill), contexts);
        }

        Step with(long otherUnits, long otherContexts) {
            return new Step(decodes, chunk, ending, otherUnits, otherContexts);
        }

        int tokens() {
            return decodes + chunk;
        }

        int sequences() {
            return decodes + ending;
        }

        double seconds(IterationTime time) {
            return time.seconds(decodes, chunk, ending, units, contexts);
        }

        long ticks(IterationTime time) {
            return time.ticks(decodes, chunk, ending, units, contexts);
        }

        double flops(ModelProfile model) {
            double products =
                    2.0 * tokens() * (attention(model) + model.feedForward().active() * expert(model));
            double attending = model.attention().prefillFlops() * (0.5 * units + contexts);
            return model.layers() * (products + attending)
                    + 2.0 * sequences() * model.hiddenSize() * model.vocabularySize();
        }

        double bytes(ModelProfile model) {
            double weights = 2 * (attention(model) + distinctExperts(model) * expert(model));
            double keysAndValues = 2.0 * model.attention().kvElements() * contexts;
            double head = sequences() == 0 ? 0 : 2.0 * model.hiddenSize() * model.vocabularySize();
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
                    tokens());
            return model.feedForward().experts() * (1 - missed) * (1 - 1e-12);
        }
    }
}
