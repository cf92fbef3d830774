package org.tafsim.experiment.measured;

import java.util.List;
import java.util.OptionalInt;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.serving.ServingListener;
import org.tafsim.serving.ServingSystem;
import org.tafsim.serving.StepMode;

/**
 * Clients that send their next request when the last was answered: the load of most published benchmarks. Measured is the
 * mean time per output token.
 *
 * @param clients requests in the system at any time
 * @param promptTokens longest prompt
 * @param outputTokens longest output, at least 2
 * @param leastShare lengths spread evenly from this share of the longest to all of it; in (0, 1]
 */
public record ClosedLoop(int clients, int promptTokens, int outputTokens, double leastShare) implements Load {

    /** Token budget of a step, as engines choose it for throughput on large accelerators. */
    private static final int BATCHED_TOKENS = 8192;

    /** Requests of each client: the first wave prefills together and is a sixth of what is measured. */
    private static final int ROUNDS = 6;

    @Override
    public double seconds(ReplicaSpec replica) {
        return new Course(replica).meanSecondsPerToken();
    }

    @Override
    public Quantity quantity() {
        return Quantity.TPOT;
    }

    @Override
    public BatchLimits limits() {
        return new BatchLimits(BATCHED_TOKENS, Math.max(256, clients), 16, 0.9, OptionalInt.empty());
    }

    @Override
    public String label() {
        return "%d clients, %d+%d".formatted(clients, promptTokens, outputTokens);
    }

    /** Lengths fill their range evenly (additive recurrence of the golden ratio), with no stream of numbers drawn. */
    private int length(int request, double step, int longest) {
        double place = (request + 0.5) * step % 1;
        return Math.max(1, (int) Math.round(longest * (leastShare + (1 - leastShare) * place)));
    }

    private int prompt(int request) {
        return length(request, 0.6180339887498949, promptTokens);
    }

    private int output(int request) {
        return Math.max(2, length(request, 0.7548776662466927, outputTokens));
    }

    /** One run of it. */
    private final class Course implements ServingListener {
        private final Kernel kernel = Kernels.create(KernelKind.HEAP);
        private final ServingSystem serving;
        private final long[] firstNanos = new long[clients * ROUNDS];
        private final int arrival;
        private int sent;
        private double sumSeconds;

        Course(ReplicaSpec replica) {
            serving = new ServingSystem(kernel, List.of(replica), this, StepMode.CLOSED_FORM);
            arrival = kernel.register(EventRank.ARRIVAL, (request, unused) -> submit(request));
        }

        double meanSecondsPerToken() {
            while (sent < clients) {
                kernel.schedule(0, arrival, sent++, 0);
            }
            kernel.runUntil(Long.MAX_VALUE);
            return sumSeconds / firstNanos.length;
        }

        private void submit(int request) {
            if (!serving.submit(0, request, prompt(request), output(request))) {
                throw new IllegalArgumentException("A request of %d+%d tokens does not fit into the KV pool."
                        .formatted(prompt(request), output(request)));
            }
        }

        @Override
        public void onAdmitted(int request) {}

        @Override
        public void onFirstToken(int request) {
            firstNanos[request] = kernel.nowNanos();
        }

        @Override
        public void onFinished(int request) {
            sumSeconds += (kernel.nowNanos() - firstNanos[request]) / 1e9 / (output(request) - 1);
            if (sent < firstNanos.length) {
                kernel.schedule(kernel.nowNanos(), arrival, sent++, 0);
            }
        }
    }
}
