package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;

/**
 * Replays 300 ShareGPT requests that a real vLLM 0.19 served with Llama-3.1-8B on one RTX 4090 (LLMServingSim,
 * bench/examples, MIT), far beyond its capacity. Nothing is fitted to the run.
 */
class VllmReplayTest {
    /**
     * The shares of bandwidth and peak are measured on kernels of this card, the share of the bandwidth that the KV cache
     * gets is the default of the catalog.
     */
    @Test
    void defaultsMeetARealRunWithinATenth() {
        requireMeans(0.7, 11, 8);
    }

    /** As above, with the KV cache read as fast as the weights are. */
    @Test
    void aKvCacheReadAsFastAsTheWeightsMeetsItCloser() {
        requireMeans(0.91, 5, 5);
    }

    private static void requireMeans(double kvBandwidthFraction, double firstTokenPercent, double perTokenPercent) {
        List<Recorded> recorded =
                MeasuredData.lines("llmservingsim-vllm", "RTX4090_Llama-3.1-8B", "requests.jsonl").stream()
                        .map(Recorded::of)
                        .toList();

        List<Recorded> simulated = new Replay(recorded, replica(kvBandwidthFraction)).run();

        assertThat(mean(simulated, Recorded::timeToFirstToken))
                .isCloseTo(mean(recorded, Recorded::timeToFirstToken), percent(firstTokenPercent));
        assertThat(mean(simulated, Recorded::timePerOutputToken))
                .isCloseTo(mean(recorded, Recorded::timePerOutputToken), percent(perTokenPercent));
        assertThat(mean(simulated, Recorded::endToEnd))
                .isCloseTo(mean(recorded, Recorded::endToEnd), percent(firstTokenPercent));
    }

    private static ReplicaSpec replica(double kvBandwidthFraction) {
        StepConstants constants = new StepConstants(
                "vllm/RTX-4090", 0.91, 0.99, 0.4, kvBandwidthFraction, 2.5, 12e-6, 2e-3, 4.4e-6, 28e-6, 0.4, "test");
        BatchLimits limits = new BatchLimits(2048, 256, 16, 0.9, OptionalInt.of(2588));
        return ServingSpecs.replica(ServingSpecs.LLAMA_8B, ServingSpecs.RTX_4090, 1, limits, constants);
    }

    private static Percentage percent(double percent) {
        return Percentage.withPercentage(percent);
    }

    private static double mean(List<Recorded> requests, ToDoubleFunction<Recorded> seconds) {
        return requests.stream().mapToDouble(seconds).average().orElseThrow();
    }

    /** A request, with its times in seconds. */
    private record Recorded(int prompt, int output, double queuedAt, double firstAt, double lastAt) {

        static Recorded of(String json) {
            return new Recorded(
                    (int) number(json, "input_toks"),
                    (int) number(json, "output_toks"),
                    number(json, "queued_ts"),
                    number(json, "first_token_ts"),
                    number(json, "last_token_ts"));
        }

        private static double number(String json, String key) {
            Matcher matcher = Pattern.compile("\"" + key + "\": ([0-9.]+)").matcher(json);
            assertThat(matcher.find()).as("%s in %s", key, json).isTrue();
            return Double.parseDouble(matcher.group(1));
        }

        double timeToFirstToken() {
            return firstAt - queuedAt;
        }

        double timePerOutputToken() {
            return (lastAt - firstAt) / (output - 1);
        }

        double endToEnd() {
            return lastAt - queuedAt;
        }
    }

    /** The same arrivals, at our replica. */
    private static final class Replay implements ServingListener {
        private final List<Recorded> recorded;
        private final ReplicaSpec replica;
        private final Kernel kernel = Kernels.create(KernelKind.HEAP);
        private final double[] firstAt;
        private final double[] lastAt;

        Replay(List<Recorded> recorded, ReplicaSpec replica) {
            this.recorded = recorded;
            this.replica = replica;
            firstAt = new double[recorded.size()];
            lastAt = new double[recorded.size()];
        }

        List<Recorded> run() {
            ServingSystem serving = new ServingSystem(kernel, List.of(replica), this, StepMode.CLOSED_FORM);
            int arrival = kernel.register(
                    EventRank.ARRIVAL,
                    (request, unused) -> serving.submit(
                            0,
                            request,
                            recorded.get(request).prompt(),
                            recorded.get(request).output()));
            for (int request = 0; request < recorded.size(); request++) {
                kernel.schedule((long) (recorded.get(request).queuedAt() * 1e9), arrival, request, 0);
            }
            kernel.runUntil(Long.MAX_VALUE);
            return IntStream.range(0, recorded.size()).mapToObj(this::simulated).toList();
        }

        private Recorded simulated(int request) {
            Recorded it = recorded.get(request);
            return new Recorded(it.prompt(), it.output(), it.queuedAt(), firstAt[request], lastAt[request]);
        }

        @Override
        public void onAdmitted(int request) {}

        @Override
        public void onFirstToken(int request) {
            firstAt[request] = kernel.nowNanos() / 1e9;
        }

        @Override
        public void onFinished(int request) {
            lastAt[request] = kernel.nowNanos() / 1e9;
        }
    }
}
