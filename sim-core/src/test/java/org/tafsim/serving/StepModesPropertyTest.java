package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.EngineRules;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.SwapSpec;
import org.tafsim.testing.SeedSource;

/** Closed form and step by step are one model: same calls, same nanoseconds, same views. */
class StepModesPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 200)
    void bothModesGiveTheSameTrajectoryAndTheSameViews(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ReplicaSpec> replicas = Stream.generate(() -> ServingSpecs.any(random, anyLimits(random)))
                .limit(1 + random.nextInt(3))
                .toList();

        requireSameInBothModes(replicas, anyLoad(random, replicas), seed);
    }

    /** Steps last whole milliseconds and a few ticks, so boundaries fall where requests come and eyes look. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 200)
    void theyDoSoWhereRequestsComeAtTheNanosecondOfABoundary(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReplicaSpec replica = ServingSpecs.ticking(60, 1 + random.nextInt(6), 1 + random.nextInt(8), 30);
        ServingLog.Load load =
                new ServingLog.Load(100, random.nextDouble(1e7, 2e8), 70, 1 + random.nextInt(30), 1_000_000, 0.2);

        requireSameInBothModes(List.of(replica), load, seed);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 200)
    void theyDoSoWhateverRequestsAreLike(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<ReplicaSpec> replicas = Stream.generate(() -> ServingSpecs.any(random, anyLimits(random)))
                .limit(1 + random.nextInt(2))
                .toList();

        requireSameInBothModes(replicas, anyLoad(random, replicas).with(ServingLog.Habits.any(random)), seed);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 300)
    void theyDoSoWhateverRequestsAreLikeAtTheNanosecondOfABoundary(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReplicaSpec replica =
                ServingSpecs.ticking(60, 1 + random.nextInt(6), 1 + random.nextInt(8), 15 + random.nextInt(25));
        replica = ServingSpecs.with(replica, anyRules(random));
        ServingLog.Load load =
                new ServingLog.Load(100, random.nextDouble(1e7, 2e8), 70, 1 + random.nextInt(30), 1_000_000, 0.2);

        requireSameInBothModes(List.of(replica), load.with(ServingLog.Habits.any(random)), seed);
    }

    /** On L4 cards, at a tenth of the capacity, close to it, and twice beyond it, where sequences are preempted. */
    @ParameterizedTest
    @CsvSource({"0.1, false", "0.9, false", "2.2, true"})
    void theyDoSoFromQuietToSaturated(double requestsPerSecond, boolean preempts) {
        ReplicaSpec onL4 = ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.L4, 1, BatchLimits.DEFAULT);
        ServingLog.Load load = new ServingLog.Load(600, 1e9 / (3 * requestsPerSecond), 1_200, 400, 1, 0);

        ServingLog closedForm = requireSameInBothModes(Collections.nCopies(3, onL4), load, 1);

        assertThat(closedForm.serving().preemptions(0) > 0).isEqualTo(preempts);
    }

    private static ServingLog requireSameInBothModes(List<ReplicaSpec> replicas, ServingLog.Load load, long seed) {
        ServingLog exactSteps = new ServingLog(replicas, load, StepMode.EXACT_STEPS, seed);
        ServingLog closedForm = new ServingLog(replicas, load, StepMode.CLOSED_FORM, seed);

        List<String> expected = exactSteps.run();
        List<String> lines = closedForm.run();

        assertThat(lines).as("%s", load).isEqualTo(expected);
        assertThat(closedForm.executedEvents()).isLessThanOrEqualTo(exactSteps.executedEvents());
        return closedForm;
    }

    private static BatchLimits anyLimits(SplittableRandom random) {
        int sequences = 1 + random.nextInt(random.nextBoolean() ? 4 : 40);
        int budget = sequences + random.nextInt(400);
        int block = 1 + random.nextInt(20);
        int blocks = (50 + random.nextInt(1_000)) / block;
        return new BatchLimits(budget, sequences, block, 0.9, OptionalInt.of(blocks), anyRules(random));
    }

    /** Some swap what they preempt, within seconds or milliseconds and as far as there is room. */
    private static EngineRules anyRules(SplittableRandom random) {
        long bytes = random.nextBoolean() ? 1L << 40 : 20_000_000L + random.nextInt(100_000_000);
        SwapSpec swap = new SwapSpec(bytes, random.nextDouble(2e9, 50e9));
        return new EngineRules(
                random.nextInt(4) > 0,
                OptionalInt.empty(),
                random.nextBoolean() ? Optional.of(swap) : Optional.empty());
    }

    /** From nearly idle to overloaded. */
    private static ServingLog.Load anyLoad(SplittableRandom random, List<ReplicaSpec> replicas) {
        double stepSeconds = IterationTime.of(replicas.get(0)).seconds(1, 0, 0, 0, 1);
        double gapNanos = 1e9 * stepSeconds * random.nextDouble(0.1, 30) / replicas.size();
        return new ServingLog.Load(
                150, gapNanos, 10 + random.nextInt(300), 1 + random.nextInt(100), 1, random.nextInt(3) * 0.25);
    }
}
