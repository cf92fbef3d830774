package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Mrg32k3a;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.model.BatchLatency;
import org.tafsim.model.BatchModel;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.ServedReplica;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;

/**
 * One sequence at a time and equal requests: a replica is the M/D/1 queue, and so is one that takes batches of one. Batches of any
 * size that all take as long: whoever finds a batch under way waits for half of its time in the mean, whoever finds none not at all.
 */
class ServingTheoryTest {
    private static final int OUTPUT_TOKENS = 5;
    private static final double SERVICE_SECONDS = 0.055;
    private static final ReplicaSpec ONE_AT_A_TIME = ServingSpecs.ticking(100, 1, 16, 100);
    private static final double CONFIDENCE = 0.999;
    private static final int REPLICATIONS = 12;

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.7})
    void meanWaitIsThatOfMD1(double load) {
        double expected = load * SERVICE_SECONDS / (2 * (1 - load));

        ConfidenceInterval measured = interval(replication -> new Queue(ONE_AT_A_TIME, load, OUTPUT_TOKENS, replication)
                .run()
                .wait
                .mean());

        assertThat(measured.contains(expected))
                .as("%s holds %s", measured, expected)
                .isTrue();
        assertThat(measured.halfWidth()).isLessThan(0.06 * expected);
    }

    @Test
    void meanWaitForBatchesOfOneIsThatOfMD1() {
        double load = 0.7;
        double expected = load * SERVICE_SECONDS / (2 * (1 - load));

        ConfidenceInterval measured = interval(replication ->
                new Queue(batches(1), load, 1, replication).run().wait.mean());

        assertThat(measured.contains(expected))
                .as("%s holds %s", measured, expected)
                .isTrue();
        assertThat(measured.halfWidth()).isLessThan(0.06 * expected);
    }

    /** Batches follow each other until one finds nobody, with probability exp(-λT), and the replica idles for 1/λ (renewal reward). */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 3})
    void meanWaitForBatchesOfAnySizeIsHalfABatchWhereOneIsUnderWay(double load) {
        double busy = load / (load + Math.exp(-load));
        double expected = busy * SERVICE_SECONDS / 2;

        ConfidenceInterval measured = interval(replication ->
                new Queue(batches(1000), load, 1, replication).run().wait.mean());

        assertThat(measured.contains(expected))
                .as("%s holds %s", measured, expected)
                .isTrue();
        assertThat(measured.halfWidth()).isLessThan(0.02 * expected);
    }

    private static BatchReplicaSpec batches(int maxItems) {
        BatchLatency latency = new BatchLatency(List.of(1, 1000), List.of(SERVICE_SECONDS, SERVICE_SECONDS));
        BatchModel model = new BatchModel(
                "m",
                "FR",
                BatchModel.Task.VISION,
                "images",
                1,
                new BatchModel.ItemSize(50, true, 0),
                Map.of(ONE_AT_A_TIME.accelerator().id(), latency),
                "made up");
        return new BatchReplicaSpec("r", "site", model, ONE_AT_A_TIME.accelerator(), maxItems, 0);
    }

    @Test
    void utilizationIsArrivalRateTimesServiceTime() {
        double load = 0.7;

        ConfidenceInterval measured = interval(replication ->
                new Queue(ONE_AT_A_TIME, load, OUTPUT_TOKENS, replication).run().utilization());

        assertThat(measured.contains(load)).as("%s holds %s", measured, load).isTrue();
        assertThat(measured.halfWidth()).isLessThan(0.02 * load);
    }

    private static ConfidenceInterval interval(IntToDoubleFunction measure) {
        return ConfidenceInterval.student(
                IntStream.range(0, REPLICATIONS).mapToDouble(measure).toArray(), CONFIDENCE);
    }

    /** Poisson arrivals at a replica, one replication. */
    private static final class Queue implements ServingListener {
        private static final int REQUESTS = 15_000;
        private static final int WARM_UP = 500;

        private final Kernel kernel = Kernels.create(KernelKind.CALENDAR);
        private final ServingSystem serving;
        private final int outputTokens;
        private final int arrivalKind = kernel.register(EventRank.ARRIVAL, (request, unused) -> arrive(request));
        private final long[] arrivedAtNanos = new long[REQUESTS];
        private final Mrg32k3a stream;
        private final InverseCdf gapSeconds;
        private final Tally wait = new Tally();

        Queue(ServedReplica replica, double load, int outputTokens, int replication) {
            serving = new ServingSystem(kernel, List.of(replica), this, StepMode.CLOSED_FORM);
            this.outputTokens = outputTokens;
            stream = new RandomStreams(1, replication).stream("arrivals");
            gapSeconds = Samplers.exponential(SERVICE_SECONDS / load);
        }

        Queue run() {
            kernel.schedule(0, arrivalKind, 0, 0);
            kernel.runUntil(Long.MAX_VALUE / 2);
            return this;
        }

        double utilization() {
            return (double) serving.busyNanos(0) / arrivedAtNanos[REQUESTS - 1];
        }

        private void arrive(int request) {
            arrivedAtNanos[request] = kernel.nowNanos();
            serving.submit(0, request, 50, outputTokens);
            if (request + 1 < REQUESTS) {
                long gap = (long) (1e9 * gapSeconds.sample(stream));
                kernel.schedule(kernel.nowNanos() + gap, arrivalKind, request + 1, 0);
            }
        }

        @Override
        public void onAdmitted(int request) {
            if (request >= WARM_UP) {
                wait.record((kernel.nowNanos() - arrivedAtNanos[request]) / 1e9);
            }
        }

        @Override
        public void onFirstToken(int request) {}

        @Override
        public void onFinished(int request) {}
    }
}
