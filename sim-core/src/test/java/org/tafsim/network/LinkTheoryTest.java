package org.tafsim.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.network.Places.east;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.Scenario;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;
import org.tafsim.testing.ScenarioBuilder;
import org.tafsim.workload.ArrivalProcess;
import org.tafsim.workload.ArrivalProcesses;
import org.tafsim.workload.TraceOpener;

/**
 * A site's connection fed by Poisson transfers of one size is M/D/1: mean wait ρs / (2 (1 − ρ)), Pollaczek and Khinchine.
 * That holds for the way up as well, where each transfer first meets a random radio delay: independent delays leave a Poisson
 * process Poisson.
 */
class LinkTheoryTest {
    private static final long BYTES = 1_000_000;
    private static final double SERVICE_SECONDS = 0.008; // at 1 Gbit/s
    private static final int TRANSFERS = 20_000;
    private static final int REPLICATIONS = 12;

    private static final QuantileTable RADIO_MILLIS =
            new QuantileTable(List.of(0.0, 0.5, 1.0), List.of(0.0, 30.0, 90.0));

    private static final Scenario SCENARIO = new ScenarioBuilder()
            .access(new AccessProfile("radio", RADIO_MILLIS, RADIO_MILLIS, 1e12, 1e12, "made up"))
            .upf("upf", "DE", east(0))
            .site("site", "DE", east(0), 1e9)
            .population("user", "DE", east(0), "radio", "upf")
            .build();

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 0.85})
    void theConnectionInIsAQueueWithConstantService(double load) {
        assertWait(load, true);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7, 0.85})
    void theConnectionOutIsAQueueWithConstantService(double load) {
        assertWait(load, false);
    }

    private static void assertWait(double load, boolean up) {
        double[] waits = new double[REPLICATIONS];
        double[] utilizations = new double[REPLICATIONS];
        for (int r = 0; r < REPLICATIONS; r++) {
            PoissonTransfers run = new PoissonTransfers(load / SERVICE_SECONDS, up, r);
            waits[r] = run.delays.mean() - SERVICE_SECONDS - RADIO_MILLIS.mean() / 1e3;
            utilizations[r] = run.utilization;
        }

        double expected = load * SERVICE_SECONDS / (2 * (1 - load));
        ConfidenceInterval wait = ConfidenceInterval.student(waits, 0.999);
        assertThat(wait.contains(expected)).as("%s in %s", expected, wait).isTrue();
        assertThat(wait.halfWidth()).isLessThan(0.25 * expected);
        assertThat(ConfidenceInterval.student(utilizations, 0.999).contains(load))
                .isTrue();
    }

    /** One run: transfers of one size at exponential gaps, one way, until the last is sent. */
    private static final class PoissonTransfers {
        final Tally delays = new Tally();
        double utilization;
        private final Kernel kernel = Kernels.create(KernelKind.CALENDAR);
        private final Network network;
        private final ArrivalProcess arrivals;
        private final long[] sentAtNanos = new long[TRANSFERS];
        private final boolean up;
        private final int send;

        PoissonTransfers(double perSecond, boolean up, int replication) {
            this.up = up;
            RandomStreams streams = new RandomStreams(17, replication);
            arrivals = ArrivalProcesses.of(
                    new ArrivalSpec.Poisson(perSecond), Optional.empty(), streams.stream("arrivals"), TraceOpener.NONE);
            network = new Network(kernel, SCENARIO, streams.keyed("network"), (token, leg) -> onDelivered(token));
            send = kernel.register(EventRank.ARRIVAL, (entity, token) -> onSend(token));
            kernel.schedule(arrivals.nextNanos(), send, 0, 0);
            kernel.runUntil(Long.MAX_VALUE / 2);
        }

        private void onSend(int token) {
            sentAtNanos[token] = kernel.nowNanos();
            if (up) {
                network.sendUp(token, 0, 0, 0, BYTES, token);
            } else {
                network.sendDown(token, 0, 0, 0, BYTES, token, 1);
            }
            if (token + 1 < TRANSFERS) {
                kernel.schedule(arrivals.nextNanos(), send, 0, token + 1);
            } else {
                utilization = network.utilization(up ? network.siteInLink(0) : network.siteOutLink(0));
            }
        }

        private void onDelivered(int token) {
            delays.record((kernel.nowNanos() - sentAtNanos[token]) / 1e9);
        }
    }
}
