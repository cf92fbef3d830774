package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.tafsim.model.ReplicaSpec;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;

/** One sequence at a time and equal requests: a replica is the M/D/1 queue. */
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

        ConfidenceInterval measured =
                interval(replication -> new Queue(load, replication).run().wait.mean());

        assertThat(measured.contains(expected))
                .as("%s holds %s", measured, expected)
                .isTrue();
        assertThat(measured.halfWidth()).isLessThan(0.06 * expected);
    }

    @Test
    void utilizationIsArrivalRateTimesServiceTime() {
        double load = 0.7;

        ConfidenceInterval measured =
                interval(replication -> new Queue(load, replication).run().utilization());

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
        private final ServingSystem serving =
                new ServingSystem(kernel, List.of(ONE_AT_A_TIME), this, StepMode.CLOSED_FORM);
        private final int arrivalKind = kernel.register(EventRank.ARRIVAL, (request, unused) -> arrive(request));
        private final long[] arrivedAtNanos = new long[REQUESTS];
        private final Mrg32k3a stream;
        private final InverseCdf gapSeconds;
        private final Tally wait = new Tally();

        Queue(double load, int replication) {
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
            serving.submit(0, request, 50, OUTPUT_TOKENS);
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
