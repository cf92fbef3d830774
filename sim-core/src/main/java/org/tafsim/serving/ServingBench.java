package org.tafsim.serving;

import java.util.Arrays;
import java.util.Collections;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Mrg32k3a;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.ReplicaSpec;

/**
 * A plain load on equal replicas, to time the serving model with: Poisson arrivals in turn to each replica, lognormal
 * prompts, geometric outputs. Draws included; it reads no clock, the caller does.
 */
public final class ServingBench {
    private static final double PROMPT_VARIATION = 1;
    private static final int MAX_PROMPT_TOKENS = 8_192;
    private static final int MAX_OUTPUT_TOKENS = 4_096;

    private final Load load;
    private final Kernel kernel;
    private final ServingSystem serving;
    private final int arrivalKind;
    private final Mrg32k3a stream;
    private final InverseCdf interarrivalNanos;
    private final InverseCdf promptTokens;
    private final InverseCdf furtherOutputTokens;
    private final Slots slots = new Slots();
    private int arrivals;

    private ServingBench(Load load, ReplicaSpec replica, KernelKind kernelKind, StepMode mode) {
        this.load = load;
        kernel = Kernels.create(kernelKind);
        arrivalKind = kernel.register(EventRank.ARRIVAL, (unused, alsoUnused) -> arrive());
        serving = new ServingSystem(kernel, Collections.nCopies(load.replicas(), replica), slots, mode);
        stream = new RandomStreams(load.seed(), 0).stream("serving-bench");
        interarrivalNanos = Samplers.exponential(1e9 / (load.requestsPerSecond() * load.replicas()));
        promptTokens = Samplers.lognormalOfMean(load.meanPromptTokens(), PROMPT_VARIATION);
        furtherOutputTokens = geometricFromZero(load.meanOutputTokens() - 1);
    }

    /** Geometric on 0, 1, 2, …: the whole part of an exponential. */
    private static InverseCdf geometricFromZero(double mean) {
        return Samplers.exponential(1 / StrictMath.log1p(1 / mean));
    }

    /**
     * The load.
     *
     * @param requests in all
     * @param replicas they go to in turn
     * @param requestsPerSecond to each replica
     * @param meanPromptTokens of a lognormal with coefficient of variation 1, cut at 8,192
     * @param meanOutputTokens of a geometric from 1, more than 1, cut at 4,096
     * @param seed of all draws
     */
    public record Load(
            int requests,
            int replicas,
            double requestsPerSecond,
            double meanPromptTokens,
            double meanOutputTokens,
            long seed) {}

    /**
     * What came of it.
     *
     * @param requests finished
     * @param iterations of all replicas
     * @param events run by the kernel, arrivals included
     * @param generatedTokens emitted
     * @param preemptions of running sequences
     * @param meanLatencySeconds from arrival to last token
     * @param meanRunningSequences mean batch, over the time with a batch
     */
    public record Counts(
            long requests,
            long iterations,
            long events,
            long generatedTokens,
            long preemptions,
            double meanLatencySeconds,
            double meanRunningSequences) {}

    /** Runs the load to its end. */
    public static Counts run(Load load, ReplicaSpec replica, KernelKind kernelKind, StepMode mode) {
        return new ServingBench(load, replica, kernelKind, mode).run();
    }

    private Counts run() {
        kernel.schedule(0, arrivalKind, 0, 0);
        kernel.runUntil(Long.MAX_VALUE);
        long iterations = 0;
        long tokens = 0;
        long preemptions = 0;
        for (int i = 0; i < load.replicas(); i++) {
            iterations += serving.iterations(i);
            tokens += serving.generatedTokens(i);
            preemptions += serving.preemptions(i);
        }
        return new Counts(
                slots.finished,
                iterations,
                kernel.executedEvents(),
                tokens,
                preemptions,
                slots.latencyNanos / 1e9 / slots.finished,
                (double) tokens / iterations);
    }

    private void arrive() {
        int prompt = 1 + (int) Math.min(MAX_PROMPT_TOKENS - 1, promptTokens.sample(stream));
        int output = 1 + (int) Math.min(MAX_OUTPUT_TOKENS - 1, furtherOutputTokens.sample(stream));
        serving.submit(arrivals % load.replicas(), slots.take(), prompt, output);
        if (++arrivals < load.requests()) {
            long next = kernel.nowNanos() + (long) interarrivalNanos.sample(stream);
            kernel.schedule(next, arrivalKind, 0, 0);
        }
    }

    /** Numbers of the requests in the system, and when each arrived. */
    private final class Slots implements ServingListener {
        private int[] free = {};
        private int freeCount;
        private long[] arrivedAtNanos = {};
        private long finished;
        private double latencyNanos;

        int take() {
            if (freeCount == 0) {
                grow();
            }
            int slot = free[--freeCount];
            arrivedAtNanos[slot] = kernel.nowNanos();
            return slot;
        }

        private void grow() {
            int old = arrivedAtNanos.length;
            int size = Math.max(64, 2 * old);
            arrivedAtNanos = Arrays.copyOf(arrivedAtNanos, size);
            free = new int[size];
            for (int slot = old; slot < size; slot++) {
                free[freeCount++] = slot;
            }
        }

        @Override
        public void onAdmitted(int request) {}

        @Override
        public void onFirstToken(int request) {}

        @Override
        public void onFinished(int request) {
            finished++;
            latencyNanos += kernel.nowNanos() - arrivedAtNanos[request];
            free[freeCount++] = request;
            if (finished == load.requests()) {
                kernel.stop();
            }
        }
    }
}
