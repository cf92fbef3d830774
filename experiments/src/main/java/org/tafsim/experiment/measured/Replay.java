package org.tafsim.experiment.measured;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.serving.ServingListener;
import org.tafsim.serving.ServingSystem;
import org.tafsim.serving.StepMode;

/**
 * The same requests at the same times as in a recorded run. Measured is the mean of one of their times.
 *
 * @param requests as recorded
 * @param quantity whose mean is compared
 */
public record Replay(List<Served> requests, Quantity quantity) implements Load {

    @Override
    public double seconds(ReplicaSpec replica) {
        List<Served> simulated = new Course(replica).run();
        return mean(simulated, quantity);
    }

    /** Mean of one of the times of requests (s). */
    static double mean(List<Served> requests, Quantity quantity) {
        ToDoubleFunction<Served> time = switch (quantity) {
            case TTFT -> Served::secondsToFirstToken;
            case TPOT -> Served::secondsPerOutputToken;
            case END_TO_END -> Served::secondsEndToEnd;
            default -> throw new IllegalArgumentException("Requests have no " + quantity);
        };
        return requests.stream().mapToDouble(time).average().orElseThrow();
    }

    @Override
    public String label() {
        return "replay of %d requests".formatted(requests.size());
    }

    /**
     * A request and its instants (s from the first arrival).
     *
     * @param promptTokens at least 1
     * @param outputTokens at least 2
     * @param arrival at the engine
     * @param firstToken given
     * @param lastToken given
     */
    public record Served(int promptTokens, int outputTokens, double arrival, double firstToken, double lastToken) {

        double secondsToFirstToken() {
            return firstToken - arrival;
        }

        double secondsPerOutputToken() {
            return (lastToken - firstToken) / (outputTokens - 1);
        }

        double secondsEndToEnd() {
            return lastToken - arrival;
        }
    }

    /** One run of it. */
    private final class Course implements ServingListener {
        private final Kernel kernel = Kernels.create(KernelKind.HEAP);
        private final ServingSystem serving;
        private final double[] firstAt = new double[requests.size()];
        private final double[] lastAt = new double[requests.size()];

        Course(ReplicaSpec replica) {
            serving = new ServingSystem(kernel, List.of(replica), this, StepMode.CLOSED_FORM);
            int arrival = kernel.register(EventRank.ARRIVAL, (request, unused) -> submit(request));
            for (int request = 0; request < firstAt.length; request++) {
                kernel.schedule((long) (requests.get(request).arrival() * 1e9), arrival, request, 0);
            }
        }

        private void submit(int request) {
            Served served = requests.get(request);
            if (!serving.submit(0, request, served.promptTokens(), served.outputTokens())) {
                throw new IllegalArgumentException(
                        "Request %d of the run does not fit into the KV pool.".formatted(request));
            }
        }

        List<Served> run() {
            kernel.runUntil(Long.MAX_VALUE);
            return IntStream.range(0, firstAt.length).mapToObj(this::simulated).toList();
        }

        private Served simulated(int request) {
            Served served = requests.get(request);
            return new Served(
                    served.promptTokens(), served.outputTokens(), served.arrival(), firstAt[request], lastAt[request]);
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
