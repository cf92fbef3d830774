package org.tafsim.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.kernel.KernelKind;
import org.tafsim.station.EdgeWorkload.Discipline;
import org.tafsim.testing.SeedSource;

class EdgeWorkloadTest {
    private static final double MICROSECOND_IN_MILLIS = 1e-3;

    /** The exact answers published with the workload (ms): mean, p50, p95, p99, max. */
    @ParameterizedTest
    @CsvSource({
        "10000, FIFO, 474.399718, 313.367, 1476.472, 2400.581, 3270.585",
        "10000, PROCESSOR_SHARING, 471.229287, 219.894, 1763.824, 3618.608, 12101.674",
        "100000, FIFO, 478.610568, 336.277, 1409.280, 2124.187, 4610.438",
        "100000, PROCESSOR_SHARING, 478.709764, 231.834, 1780.510, 3422.135, 14676.684",
        "1000000, FIFO, 501.586266, 348.343, 1508.035, 2319.570, 6384.482",
        "1000000, PROCESSOR_SHARING, 501.531757, 236.150, 1871.009, 3715.066, 25312.947"
    })
    void allFiguresAgreeToTheMicrosecond(
            int requests, Discipline discipline, double mean, double p50, double p95, double p99, double max) {
        EdgeResponses responses = run(new EdgeTrace(requests), EdgeTrace.SITES, discipline, KernelKind.CALENDAR);

        assertThat(responses.requests()).isEqualTo(requests);
        assertThat(responses.meanMillis()).isCloseTo(mean, within(MICROSECOND_IN_MILLIS));
        assertThat(responses.p50Millis()).isCloseTo(p50, within(MICROSECOND_IN_MILLIS));
        assertThat(responses.p95Millis()).isCloseTo(p95, within(MICROSECOND_IN_MILLIS));
        assertThat(responses.p99Millis()).isCloseTo(p99, within(MICROSECOND_IN_MILLIS));
        assertThat(responses.maxMillis()).isCloseTo(max, within(MICROSECOND_IN_MILLIS));
    }

    @Test
    void neitherTheKernelNorIdleSitesChangeADigit() {
        EdgeTrace trace = new EdgeTrace(20_000);
        for (Discipline discipline : Discipline.values()) {
            EdgeResponses expected = run(trace, EdgeTrace.SITES, discipline, KernelKind.CALENDAR);

            for (KernelKind kind : KernelKind.values()) {
                assertThat(run(trace, 5_000, discipline, kind)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void firstComeFirstServedIsLindleysRecursion(long seed) {
        SmallTrace trace = new SmallTrace(seed);

        long[] responses = trace.responses(Discipline.FIFO);

        long[] freeAtMicros = new long[SmallTrace.SITES];
        for (int i = 0; i < responses.length; i++) {
            int site = trace.site[i];
            freeAtMicros[site] = Math.max(freeAtMicros[site], trace.arrivalMicros[i]) + trace.serviceMicros[i];
            assertThat(responses[i]).isEqualTo(1_000 * (freeAtMicros[site] - trace.arrivalMicros[i]));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 40)
    void processorSharingIsTheFluidModelStepByStep(long seed) {
        SmallTrace trace = new SmallTrace(seed);

        long[] responses = trace.responses(Discipline.PROCESSOR_SHARING);

        for (int site = 0; site < SmallTrace.SITES; site++) {
            double[] departures = trace.fluidDepartureMicros(site);
            for (int i = 0; i < responses.length; i++) {
                if (trace.site[i] == site) {
                    double exactNanos = 1_000 * (departures[i] - trace.arrivalMicros[i]);
                    assertThat((double) responses[i]).isBetween(exactNanos - 0.01, exactNanos + 1.01); // rounded up
                }
            }
        }
    }

    @Test
    void aTraceThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> EdgeWorkload.run(
                        new long[] {1, 2}, new int[] {0}, new long[] {1, 1}, 1, Discipline.FIFO, KernelKind.HEAP))
                .hasMessageContainingAll("arrivals (2)", "sites (1)");
        assertThatThrownBy(() -> EdgeWorkload.run(
                        new long[] {5, 2}, new int[] {0, 0}, new long[] {1, 1}, 1, Discipline.FIFO, KernelKind.HEAP))
                .hasMessageContainingAll("2000 ns", "5000 ns");
    }

    private static EdgeResponses run(EdgeTrace trace, int sites, Discipline discipline, KernelKind kind) {
        return EdgeWorkload.run(trace.arrivalMicros, trace.site, trace.serviceMicros, sites, discipline, kind);
    }

    /** A few hundred requests on a coarse clock, so that arrivals and departures often coincide. */
    private static final class SmallTrace {
        static final int SITES = 3;

        final long[] arrivalMicros;
        final int[] site;
        final long[] serviceMicros;

        SmallTrace(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int requests = 1 + random.nextInt(400);
            arrivalMicros = random.longs(requests, 0, 2_000).sorted().toArray();
            site = random.ints(requests, 0, SITES).toArray();
            serviceMicros = random.longs(requests, 0, 20).toArray();
        }

        long[] responses(Discipline discipline) {
            return EdgeWorkload.responsesNanos(
                    arrivalMicros, site, serviceMicros, SITES, discipline, KernelKind.CALENDAR);
        }

        /** Departures (µs) by following everybody's remaining work from one change to the next. */
        double[] fluidDepartureMicros(int atSite) {
            double[] remaining = new double[site.length];
            double[] departures = new double[site.length];
            Arrays.fill(remaining, Double.POSITIVE_INFINITY);
            double now = 0;
            int next = 0;
            while (true) {
                int present =
                        (int) Arrays.stream(remaining).filter(Double::isFinite).count();
                double least = Arrays.stream(remaining).min().orElseThrow();
                while (next < site.length && site[next] != atSite) {
                    next++;
                }
                double departure = present == 0 ? Double.POSITIVE_INFINITY : now + least * present;
                double arrival = next == site.length ? Double.POSITIVE_INFINITY : arrivalMicros[next];
                double then = Math.min(departure, arrival);
                if (then == Double.POSITIVE_INFINITY) {
                    return departures;
                }
                for (int i = 0; i < remaining.length; i++) {
                    remaining[i] -= present == 0 ? 0 : (then - now) / present;
                    if (remaining[i] <= 1e-9) {
                        departures[i] = then;
                        remaining[i] = Double.POSITIVE_INFINITY;
                    }
                }
                now = then;
                if (then == arrival) {
                    remaining[next] = serviceMicros[next];
                    next++;
                }
            }
        }
    }
}
