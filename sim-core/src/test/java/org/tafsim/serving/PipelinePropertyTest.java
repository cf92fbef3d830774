package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.Parallelism;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.testing.SeedSource;

/** Cycles of a pipeline beside steps of the same accelerators, one stage of which would hold all layers. */
class PipelinePropertyTest {

    /** A world, and another that differs in its stages alone: neither minds its memory. */
    private record Pair(ReplicaSpec whole, ReplicaSpec staged) {

        static Pair any(SplittableRandom random) {
            ReplicaSpec some = ServingSpecs.any(random, BatchLimits.DEFAULT);
            boolean isExpertParallel = some.parallelism().isExpertParallel();
            int cards = some.accelerators();
            int stages = 2 + random.nextInt(7);
            return new Pair(
                    ServingSpecs.with(some, new Parallelism(cards, 1, isExpertParallel)),
                    ServingSpecs.with(some, new Parallelism(cards, stages, isExpertParallel)));
        }

        int stages() {
            return staged.parallelism().pipeline();
        }

        double hopSeconds(int tokens) {
            double bytes = 2.0 * tokens * whole.model().hiddenSize();
            double link = whole.constants().linkFraction() * whole.accelerator().linkBytesPerSecond();
            return stages() * (whole.constants().allReduceSeconds() + bytes / link);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void aLoneSequencePassesAllStagesAndHops(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Pair pair = Pair.any(random);
        int context = 1 + random.nextInt(30_000);
        int chunk = 1 + random.nextInt(2_000);
        long units = chunk * (2L * context + chunk);

        double decode = IterationTime.of(pair.staged).seconds(1, 0, 0, 0, context);
        double prefill = IterationTime.of(pair.staged).seconds(0, chunk, 1, units, 0);

        double allLayers = IterationTime.of(pair.whole).seconds(1, 0, 0, 0, context);
        double allLayersOfPrompt = IterationTime.of(pair.whole).seconds(0, chunk, 1, units, 0);
        assertThat(decode).isCloseTo(allLayers + pair.hopSeconds(1), within(1e-9 * decode));
        assertThat(prefill).isCloseTo(allLayersOfPrompt + pair.hopSeconds(chunk), within(1e-9 * prefill));
    }

    /** The layers of p batches pass as those of one; only the last stage's head takes every batch by itself, and the host each token. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void aFullPipelineDecodesAsManyBatchesAsStagesInTheTimeOfOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Pair pair = Pair.any(random);
        int batch = 1 + random.nextInt(256 / pair.stages());
        int context = 1 + random.nextInt(5_000);
        IterationTime whole = IterationTime.of(pair.whole);

        double cycle = IterationTime.of(pair.staged)
                .seconds(pair.stages() * batch, 0, 0, 0, (long) pair.stages() * batch * context);

        double oneBatch = whole.seconds(batch, 0, 0, 0, (long) batch * context);
        double head = whole.seconds(0, 1, batch, 0, 0) - whole.seconds(0, 1, 0, 0, 0);
        assertThat(cycle)
                .isCloseTo(
                        oneBatch + (pair.stages() - 1) * head + pair.hopSeconds(batch),
                        within(1e-9 * cycle + 1e-10)); // a tick for each token of context
    }
}
