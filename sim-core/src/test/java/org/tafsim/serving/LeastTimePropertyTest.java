package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.BatchLatency;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.BatchModel;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.CardShare;
import org.tafsim.model.EngineRules;
import org.tafsim.model.PromptText;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.SwapSpec;
import org.tafsim.testing.SeedSource;

/** No request is served in less than the least time, and the least parts of all requests are no more than a replica was busy. */
class LeastTimePropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 150)
    void noDecoderIsQuickerThanTheLeastTime(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReplicaSpec any = ServingSpecs.any(random, limits(random));
        EngineRules rules = new EngineRules(
                random.nextInt(3) > 0,
                OptionalInt.empty(),
                random.nextInt(3) == 0
                        ? Optional.of(new SwapSpec(2_000_000_000L, random.nextDouble(1e8, 1e10)))
                        : Optional.empty());
        Served served = new Served(ServingSpecs.with(any, rules), random, 1 + random.nextInt(3_000), 200);

        served.run();

        served.requireAtLeastTheLeast();
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void stepsThatLastAsLongAsTheirTokensAreNoExceptions(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Served served = new Served(
                ServingSpecs.ticking(60, 1 + random.nextInt(6), 1 + random.nextInt(8), 15 + random.nextInt(25)),
                random,
                60,
                40);

        served.run();

        served.requireAtLeastTheLeast();
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 60)
    void noBatchIsQuickerThanTheLeastTime(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BatchLatency latency = new BatchLatency(List.of(1, 2, 8), List.of(0.010, 0.012, 0.030));
        BatchModel model = new BatchModel(
                "batch",
                "FR",
                BatchModel.Task.VISION,
                "images",
                1_000_000_000L,
                new BatchModel.ItemSize(1 + random.nextInt(8), random.nextBoolean(), random.nextDouble()),
                Map.of("L4", latency),
                "made up");
        Served served = new Served(
                new BatchReplicaSpec(
                        "r", "site", model, ServingSpecs.L4, 1 + random.nextInt(12), random.nextInt(2) * 5_000_000L),
                random,
                30,
                1);

        served.run();

        served.requireAtLeastTheLeast();
    }

    @Test
    void aRequestThatIsAloneTakesTheLeastTimeToTheNanosecond() {
        ReplicaSpec replica = ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.L4, 1, BatchLimits.DEFAULT);
        LeastTime least = LeastTime.of(replica, 500, 100);
        Timed timed = new Timed(replica);

        timed.serve(500, 100);

        assertThat(timed.firstNanos - least.firstNanos(500, false)).isBetween(0L, 2L);
        assertThat(timed.endNanos - least.firstNanos(500, false) - least.laterNanos(500, 99, false))
                .isBetween(0L, 3L);
    }

    @Test
    void aFullBatchOfEqualsLeavesLittleOfItsTimeToNobody() {
        ReplicaSpec replica = ServingSpecs.ticking(600, 6, 16, 400);
        LeastTime least = LeastTime.of(replica, 10, 20);

        // Steps of 10 ms and 1 ms a token: at six sequences, 16 ms for six tokens.
        assertThat(least.laterWorkSeconds(10, 19, false)).isBetween(19 * 0.0026, 19 * 0.002667);
    }

    private static BatchLimits limits(SplittableRandom random) {
        int tokens = 64 << random.nextInt(6);
        return new BatchLimits(
                tokens, 1 + random.nextInt(Math.min(64, tokens)), 16, 0.9, OptionalInt.of(220 + random.nextInt(400)));
    }

    /** One request, alone. */
    private static final class Timed implements ServingListener {
        private final Kernel kernel = Kernels.create(KernelKind.HEAP);
        private final ServingSystem serving;
        private long firstNanos;
        private long endNanos;

        private Timed(ServedReplica replica) {
            serving = new ServingSystem(kernel, List.of(replica), this, StepMode.CLOSED_FORM);
        }

        private void serve(int prompt, int output) {
            serving.submit(0, 0, prompt, output);
            kernel.runUntil(Long.MAX_VALUE / 2);
        }

        @Override
        public void onFirstToken(int request) {
            firstNanos = kernel.nowNanos();
        }

        @Override
        public void onFinished(int request) {
            endNanos = kernel.nowNanos();
        }

        @Override
        public void onAdmitted(int request) {}
    }

    /** Random requests at one replica. */
    private static final class Served implements ServingListener {
        private static final int REQUESTS = 120;

        private final Kernel kernel = Kernels.create(KernelKind.HEAP);
        private final SplittableRandom random;
        private final ServingSystem serving;
        private final LeastTime least;
        private final int maxPrompt;
        private final int maxOutput;
        private final boolean isDecoder;
        private final int arrival;
        private final int[] prompts = new int[REQUESTS];
        private final int[] outputs = new int[REQUESTS];
        private final boolean[] isKnown = new boolean[REQUESTS];
        private final long[] sent = new long[REQUESTS];
        private final double meanGapNanos;
        private int count;
        private int finished;
        private double workSeconds;

        private Served(ServedReplica replica, SplittableRandom random, int maxPrompt, int maxOutput) {
            this.random = random;
            this.maxPrompt = maxPrompt;
            this.maxOutput = maxOutput;
            isDecoder = replica instanceof ReplicaSpec;
            least = LeastTime.of(replica, 1 + random.nextInt(maxPrompt), 1 + random.nextInt(maxOutput));
            serving = new ServingSystem(kernel, List.of(replica), this, StepMode.CLOSED_FORM);
            arrival = kernel.register(EventRank.ARRIVAL, (entity, argument) -> arrive());
            meanGapNanos = random.nextDouble(1e6, 3e8);
        }

        private void run() {
            kernel.schedule(0, arrival, 0, 0);
            kernel.runUntil(Long.MAX_VALUE / 2);
        }

        private void arrive() {
            int request = count++;
            prompts[request] = 1 + random.nextInt(maxPrompt);
            outputs[request] = isDecoder ? 1 + random.nextInt(maxOutput) : 1;
            PromptText text = isDecoder && random.nextInt(3) == 0
                    ? ServingLog.anyText(random, prompts[request])
                    : PromptText.UNKNOWN;
            isKnown[request] = text.size() > 0;
            sent[request] = kernel.nowNanos();
            boolean fits = serving.submit(0, request, prompts[request], outputs[request], text, 0, 0, 0);
            assertThat(least.canEverFit(prompts[request], outputs[request])).isEqualTo(fits);
            if (random.nextInt(20) == 0) {
                serving.setPace(0, CardShare.WHOLE, random.nextDouble(0.1, 1));
            }
            if (count < REQUESTS) {
                kernel.schedule(kernel.nowNanos() + (long) (random.nextDouble() * 2 * meanGapNanos), arrival, 0, 0);
            }
        }

        @Override
        public void onFirstToken(int request) {
            assertThat(kernel.nowNanos() - sent[request])
                    .isGreaterThanOrEqualTo(least.firstNanos(prompts[request], isKnown[request]));
        }

        @Override
        public void onFinished(int request) {
            long nanos = least.firstNanos(prompts[request], isKnown[request])
                    + least.laterNanos(prompts[request], outputs[request] - 1, isKnown[request]);
            assertThat(kernel.nowNanos() - sent[request]).isGreaterThanOrEqualTo(nanos);
            workSeconds += least.firstWorkSeconds(prompts[request], isKnown[request])
                    + least.laterWorkSeconds(prompts[request], outputs[request] - 1, isKnown[request]);
            finished++;
        }

        private void requireAtLeastTheLeast() {
            assertThat(workSeconds).isLessThanOrEqualTo(serving.busyNanos(0) / 1e9 + 1e-9);
            assertThat(finished == 0 ? 1 : workSeconds).isPositive();
        }

        @Override
        public void onAdmitted(int request) {}
    }
}
