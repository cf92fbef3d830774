package org.tafsim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.ArrivalSpec.Clients;
import org.tafsim.model.ArrivalSpec.Clients.Client;
import org.tafsim.model.ArrivalSpec.Clients.Window;
import org.tafsim.model.ArrivalSpec.Renewal.Family;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;
import org.tafsim.units.Durations;
import umontreal.ssj.rng.RandomStream;

class ClientArrivalsTheoryTest {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private static Clients one(Family family, Window... windows) {
        return new Clients(List.of(new Client(family, 10 * MINUTE_NANOS, List.of(windows))));
    }

    private static double[] gapsSeconds(Clients spec, int count) {
        ArrivalProcess process = ArrivalCounts.process(spec, Optional.empty(), 0);
        double[] gaps = new double[count];
        long last = process.nextNanos();
        for (int i = 0; i < count; i++) {
            long next = process.nextNanos();
            gaps[i] = Durations.secondsOfNanos(next - last);
            last = next;
        }
        return gaps;
    }

    /** 1.95 / √n is exceeded once in a thousand samples. */
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.33, 0.871, 1, 5, 400})
    void drawsByRejectionFollowTheGammaDistribution(double shape) {
        RandomStream stream = new RandomStreams(3, 0).stream("gamma");
        double[] sample = DoubleStream.generate(() -> GammaDraws.draw(shape, stream))
                .limit(20_000)
                .toArray();

        double distance =
                new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(new GammaDistribution(null, shape, 1), sample);

        assertThat(distance).isLessThan(1.95 / Math.sqrt(20_000));
    }

    @ParameterizedTest
    @CsvSource({"GAMMA,0.3", "GAMMA,1.0716", "GAMMA,3", "GAMMA,6", "WEIBULL,0.3", "WEIBULL,1.0854", "WEIBULL,3"})
    void gapsOfASteadyClientVaryAsStated(Family family, double variation) {
        Tally gaps = new Tally();
        for (double gap : gapsSeconds(one(family, new Window(100, variation)), 2_000_000)) {
            gaps.record(gap);
        }

        assertThat(gaps.mean()).isCloseTo(0.01, within(0.03 * 0.01));
        assertThat(gaps.standardDeviation() / gaps.mean()).isCloseTo(variation, within(0.03 * variation));
    }

    /** The bar of the recipe: distance of Kolmogorov and Smirnov to the source under 0.03. */
    @Test
    void aWindowHasTheGammaDistributionThatItsRateAndVariationGive() {
        double shape = 0.871;
        double scale = 0.2076;

        double[] gaps = gapsSeconds(one(Family.GAMMA, new Window(1 / (shape * scale), 1 / Math.sqrt(shape))), 100_000);

        assertThat(new KolmogorovSmirnovTest()
                        .kolmogorovSmirnovStatistic(new GammaDistribution(null, shape, scale), gaps))
                .isLessThan(0.006);
    }

    /** Bursty windows beside calm and idle ones; 99.9 % intervals over 400 replications. */
    @ParameterizedTest
    @ValueSource(strings = {"GAMMA", "WEIBULL"})
    void everyWindowHasItsRateAndAfterTheLastTheFirstFollows(Family family) {
        List<Window> windows = List.of(new Window(2, 3), new Window(0, 1), new Window(0.5, 0.4), new Window(5, 1));
        Clients spec = new Clients(List.of(new Client(family, MINUTE_NANOS, windows)));
        int replications = 400;
        double[][] perSecond = new double[8][replications];
        for (int r = 0; r < replications; r++) {
            int[] counts = ArrivalCounts.perWindow(ArrivalCounts.process(spec, Optional.empty(), r), 60, 8);
            for (int window = 0; window < 8; window++) {
                perSecond[window][r] = counts[window] / 60.0;
            }
        }

        for (int window = 0; window < 8; window++) {
            double stated = windows.get(window % 4).requestsPerSecond();
            ConfidenceInterval measured = ConfidenceInterval.student(perSecond[window], 0.999);
            assertThat(stated == 0 || measured.contains(stated))
                    .as("window %d: %s in %s", window, stated, measured)
                    .isTrue();
            assertThat(measured.mean() == 0).isEqualTo(stated == 0);
        }
    }

    @Test
    void clientsTogetherHaveTheSumOfTheirRatesAndTheFirstTenthMostOfIt() {
        Clients spec = Clients.zipf(20, 100, 1.2, Family.GAMMA, 2);

        double[] rates = spec.clients().stream()
                .mapToDouble(client -> client.windows().get(0).requestsPerSecond())
                .toArray();
        ConfidenceInterval measured =
                ArrivalCounts.ratePerSecond(200, 200, ArrivalCounts.factory(spec, Optional.empty()));

        assertThat(DoubleStream.of(rates).sum()).isCloseTo(20, within(1e-9));
        assertThat(rates[0] / rates[9]).isCloseTo(Math.pow(10, 1.2), within(1e-9));
        assertThat(measured.contains(20)).as("%s", measured).isTrue();
        assertThat(measured.halfWidth()).isLessThan(1);
    }

    /** The variance of counts adds up: that of one renewal process tends to rate × time × CV². */
    @Test
    void burstsOfOneLargeClientRemainInTheSum() {
        Clients spec = new Clients(List.of(
                new Client(Family.GAMMA, 0, List.of(new Window(10, 4))),
                new Client(Family.GAMMA, 0, List.of(new Window(10, 1)))));
        Tally counts = new Tally();
        for (int count : ArrivalCounts.perWindow(ArrivalCounts.process(spec, Optional.empty(), 1), 600, 4000)) {
            counts.record(count);
        }

        assertThat(counts.variance() / counts.mean()).isCloseTo((16 + 1) / 2.0, within(0.6));
    }

    @Test
    void steadyClientsTakeAProfileAndThoseWithWindowsDoNot() {
        List<Double> hours = new ArrayList<>(Collections.nCopies(24, 0.0));
        hours.set(1, 1.0);
        Optional<DiurnalProfile> profile = Optional.of(new DiurnalProfile(hours, 0));
        Clients steady = Clients.zipf(1, 3, 1, Family.WEIBULL, 1.5);

        int[] perHour = ArrivalCounts.perWindow(ArrivalCounts.process(steady, profile, 0), 3600, 3);

        assertThat(perHour[0]).isZero();
        assertThat(perHour[1]).isCloseTo(24 * 3600, within(3000));
        assertThat(perHour[2]).isZero();
        assertThatThrownBy(
                        () -> ArrivalCounts.process(one(Family.GAMMA, new Window(1, 1), new Window(2, 1)), profile, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("own shape over the day");
    }

    @Test
    void equalStreamsGiveEqualArrivalsInOrderWhateverTheNumberOfClients() {
        for (int count : new int[] {1, 2, 3, 7, 64, 65}) {
            Clients spec = Clients.zipf(50, count, 1, Family.GAMMA, 3);
            long[] once = LongStream.generate(ArrivalCounts.process(spec, Optional.empty(), 2)::nextNanos)
                    .limit(5000)
                    .toArray();
            long[] again = LongStream.generate(ArrivalCounts.process(spec, Optional.empty(), 2)::nextNanos)
                    .limit(5000)
                    .toArray();

            assertThat(once).isEqualTo(again).isSorted();
        }
    }

    @Test
    void clientsThatNeverComeEnd() {
        Clients spec = new Clients(List.of(
                new Client(Family.GAMMA, 1_000_000_000L, List.of(new Window(1e-12, 1))),
                new Client(Family.WEIBULL, Long.MAX_VALUE / 2, List.of(new Window(0, 1), new Window(1e-12, 1)))));

        assertThat(LongStream.generate(ArrivalCounts.process(spec, Optional.empty(), 0)::nextNanos)
                        .limit(3))
                .containsOnly(ArrivalProcess.END);
    }

    @Test
    void whatIsNoClientIsRefused() {
        assertThatThrownBy(() -> new Window(1, 21)).hasMessageContaining("[0.01, 20]");
        assertThatThrownBy(() -> new Window(-1, 1)).hasMessageContaining("rate (1/s) (-1.0)");
        assertThatThrownBy(() -> one(Family.GAMMA, new Window(0, 1))).hasMessageContaining("sum of the rates");
        assertThatThrownBy(() -> new Clients(List.of())).hasMessageContaining("number of clients");
    }
}
