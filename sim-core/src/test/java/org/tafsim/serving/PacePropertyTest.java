package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.CardShare;
import org.tafsim.model.EngineRules;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.SwapSpec;
import org.tafsim.testing.SeedSource;

/** What becomes of the work of replicas whose accelerators others take, and give back. */
class PacePropertyTest {

    private static final List<CardShare> PARTS = List.of(
            CardShare.WHOLE,
            new CardShare("/half-the-compute", 0.5, 0.9, 1, 1, 0.5, 0.5, "test"),
            new CardShare("/instance", 0.4, 0.5, 0.9, 1, 0.5, 0.5, "test"));

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 300)
    void everyRequestEndsOnceAndBothModesAreOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int sequences = 1 + random.nextInt(random.nextBoolean() ? 4 : 40);
        OptionalInt blocks =
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of((50 + random.nextInt(1_000)) / 8);
        Optional<SwapSpec> swap =
                random.nextInt(3) == 0 ? Optional.of(new SwapSpec(30_000_000_000L, 20e9)) : Optional.empty();
        EngineRules rules = new EngineRules(random.nextBoolean(), OptionalInt.empty(), swap);
        BatchLimits limits = new BatchLimits(sequences + random.nextInt(400), sequences, 8, 0.95, blocks, rules);
        ReplicaSpec replica = ServingSpecs.any(random, limits);
        double stepSeconds = IterationTime.of(replica).seconds(1, 0, 0, 0, 1);
        ServingLog.Load load = new ServingLog.Load(
                120,
                1e9 * stepSeconds * random.nextDouble(1, 30),
                10 + random.nextInt(300),
                1 + random.nextInt(100),
                1,
                random.nextInt(3) * 0.25);

        requireSameInBothModes(replica, load.with(ServingLog.Habits.any(random)), seed);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 300)
    void theyDoSoAtTheNanosecondOfABoundary(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReplicaSpec replica =
                ServingSpecs.ticking(60, 1 + random.nextInt(6), 1 + random.nextInt(8), 15 + random.nextInt(25));
        ServingLog.Load load =
                new ServingLog.Load(100, random.nextDouble(1e7, 2e8), 70, 1 + random.nextInt(30), 1_000_000, 0.2);

        requireSameInBothModes(replica, load.with(ServingLog.Habits.any(random)), seed);
    }

    private static void requireSameInBothModes(ReplicaSpec replica, ServingLog.Load load, long seed) {
        ServingLog exactSteps = new ServingLog(List.of(replica), load, StepMode.EXACT_STEPS, seed, PARTS);
        ServingLog closedForm = new ServingLog(List.of(replica), load, StepMode.CLOSED_FORM, seed, PARTS);

        List<String> expected = exactSteps.run();
        List<String> lines = closedForm.run();

        assertThat(lines).isEqualTo(expected);
        assertThat(closedForm.atReplicas()).isZero();
    }

    /** Alone, in turns with others: the time that it has, added up, is the time that it takes alone. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void workIsConserved(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReplicaSpec replica = ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.A100, 1, BatchLimits.DEFAULT);
        int prompt = 1 + random.nextInt(5_000);
        int output = 1 + random.nextInt(400);
        double aloneSeconds = new OneRequest(replica, prompt, output).run(List.of());
        double[] shares = random.doubles(50, 0.02, 1).toArray();
        shares[random.nextInt(50)] = 0;

        OneRequest shared = new OneRequest(replica, prompt, output);
        double endSeconds = shared.run(DoubleStream.of(shares).boxed().toList());

        assertThat(shared.hadSeconds(shares, endSeconds)).isCloseTo(aloneSeconds, within(1e-8 * (1 + aloneSeconds)));
    }

    /** One request at one replica, of which the pace changes every 40 ms, and is whole in the end. */
    private static final class OneRequest implements ServingListener {
        private static final long EVERY_NANOS = 40_000_000;

        private final Kernel kernel = Kernels.create(KernelKind.HEAP);
        private final ServingSystem serving;
        private long endNanos;

        OneRequest(ReplicaSpec replica, int prompt, int output) {
            serving = new ServingSystem(kernel, List.of(replica), this, StepMode.CLOSED_FORM);
            serving.submit(0, 0, prompt, output);
        }

        double run(List<Double> shares) {
            int kind = kernel.register(
                    EventRank.CONTROL,
                    (place, unused) ->
                            serving.setPace(0, CardShare.WHOLE, place < shares.size() ? shares.get(place) : 1));
            for (int place = 0; place <= shares.size(); place++) {
                kernel.schedule(place * EVERY_NANOS, kind, place, 0);
            }
            kernel.runUntil(1_000_000_000_000L);
            return endNanos / 1e9;
        }

        double hadSeconds(double[] shares, double endSeconds) {
            double had = 0;
            for (int place = 0; place <= shares.length; place++) {
                double from = place * EVERY_NANOS / 1e9;
                double to = place == shares.length ? endSeconds : Math.min(endSeconds, from + EVERY_NANOS / 1e9);
                had += (place == shares.length ? 1 : shares[place]) * Math.max(0, to - from);
            }
            return had;
        }

        @Override
        public void onAdmitted(int request) {}

        @Override
        public void onFirstToken(int request) {}

        @Override
        public void onFinished(int request) {
            endNanos = kernel.nowNanos();
        }
    }
}
