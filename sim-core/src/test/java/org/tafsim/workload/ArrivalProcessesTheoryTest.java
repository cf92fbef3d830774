package org.tafsim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.ArrivalSpec.OnOff;
import org.tafsim.model.ArrivalSpec.Poisson;
import org.tafsim.model.ArrivalSpec.Renewal;
import org.tafsim.model.ArrivalSpec.Renewal.Family;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;
import org.tafsim.units.Durations;

class ArrivalProcessesTheoryTest {
    private static final OnOff BURSTS = new OnOff(20, 1, 3_000_000_000L, 12_000_000_000L);
    private static final double BURSTS_PER_SECOND = (20 * 3 + 1 * 12) / 15.0;

    /** Quiet nights, two idle hours, an evening peak; starts in the middle of an hour. */
    private static final DiurnalProfile DAY = new DiurnalProfile(
            List.of(
                    1.0, 0.5, 0.0, 0.0, 0.2, 0.5, 1.0, 2.0, 3.0, 3.0, 3.0, 3.0, //
                    4.0, 3.0, 3.0, 3.0, 3.0, 4.0, 5.0, 6.0, 7.0, 6.0, 4.0, 2.0),
            22.5);

    @ParameterizedTest
    @CsvSource({"GAMMA,0.3", "GAMMA,1", "GAMMA,3", "GAMMA,6", "WEIBULL,0.3", "WEIBULL,1", "WEIBULL,2", "WEIBULL,3"})
    void gapsOfARenewalProcessVaryAsStated(Family family, double variation) {
        ArrivalProcess process = ArrivalCounts.process(new Renewal(100, family, variation), Optional.empty(), 0);

        Tally gaps = new Tally();
        long last = process.nextNanos();
        for (int i = 0; i < 2_000_000; i++) {
            long next = process.nextNanos();
            gaps.record(Durations.secondsOfNanos(next - last));
            last = next;
        }

        assertThat(gaps.standardDeviation() / gaps.mean()).isCloseTo(variation, within(0.03 * variation));
    }

    /** Without the first gap's own distribution, bursty gaps would bring (CV² − 1) / 2 = 4 arrivals too many. */
    @ParameterizedTest
    @CsvSource({"GAMMA,0.2", "GAMMA,3", "WEIBULL,0.2", "WEIBULL,3"})
    void aRenewalProcessKeepsItsRateFromTheFirstSecondOn(Family family, double variation) {
        GapDistribution gaps = GapDistribution.of(new Renewal(5, family, variation));

        assertThat(List.of(0.1, 1.0, 50.0)).allSatisfy(endSeconds -> {
            int replications = (int) (30_000 / (1 + 2 * endSeconds));
            assertRate(
                    5,
                    ArrivalCounts.ratePerSecond(
                            replications,
                            endSeconds,
                            stream -> new GapArrivals(new RenewalGaps(gaps, stream), DoubleUnaryOperator.identity())));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 20, 1000})
    void onOffArrivalsKeepTheirRateFromTheFirstSecondOn(double endSeconds) {
        int replications = (int) Math.max(100, 20_000 / endSeconds);

        assertRate(
                BURSTS_PER_SECOND,
                ArrivalCounts.ratePerSecond(replications, endSeconds, ArrivalCounts.factory(BURSTS, Optional.empty())));
    }

    private static void assertRate(double expectedPerSecond, ConfidenceInterval perSecond) {
        assertThat(perSecond.contains(expectedPerSecond))
                .as("%s in %s", expectedPerSecond, perSecond)
                .isTrue();
        assertThat(perSecond.halfWidth()).isLessThan(0.15 * expectedPerSecond);
    }

    /** Heffes and Lucantoni 1986, equation for the variance-time curve of a two-state MMPP. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 5, 60})
    void countsOfOnOffArrivalsAreDispersedAsInTheClosedForm(double windowSeconds) {
        int windows = (int) (20_000 / windowSeconds);
        double[] dispersions = new double[20];
        for (int r = 0; r < dispersions.length; r++) {
            Tally counts = new Tally();
            for (int count : ArrivalCounts.perWindow(
                    ArrivalCounts.process(BURSTS, Optional.empty(), r), windowSeconds, windows)) {
                counts.record(count);
            }
            dispersions[r] = counts.variance() / counts.mean();
        }

        double toOff = 1 / 3.0;
        double toOn = 1 / 12.0;
        double switching = toOff + toOn;
        double limit = 2 * toOff * toOn * 19 * 19 / (switching * switching * (20 * toOn + 1 * toOff));
        double decay = (1 - StrictMath.exp(-switching * windowSeconds)) / (switching * windowSeconds);
        double expected = 1 + limit * (1 - decay);
        ConfidenceInterval measured = ConfidenceInterval.student(dispersions, 0.999);
        assertThat(measured.contains(expected))
                .as("%s in %s", expected, measured)
                .isTrue();
        assertThat(measured.halfWidth()).isLessThan(0.1 * expected);
    }

    @Test
    void poissonArrivalsFollowTheHoursOfTheDay() {
        int days = 50;
        double perSecond = 0.2;

        int[] perHalfHour = ArrivalCounts.perWindow(
                ArrivalCounts.process(new Poisson(perSecond), Optional.of(DAY), 0), 1800, days * 48);

        double chiSquare = 0;
        int cells = 0;
        for (int halfHour = 0; halfHour < 48; halfHour++) {
            int ofDay = (45 + halfHour) % 48; // the run starts at 22:30
            double expected = days * 1800 * perSecond * DAY.hourlyFactors().get(ofDay / 2);
            int slot = halfHour;
            int count = IntStream.range(0, days)
                    .map(day -> perHalfHour[day * 48 + slot])
                    .sum();
            if (expected == 0) {
                assertThat(count).as("arrivals in an idle hour").isZero();
            } else {
                chiSquare += (count - expected) * (count - expected) / expected;
                cells++;
            }
        }
        assertThat(cells).isEqualTo(44);
        assertThat(chiSquare).isLessThan(new ChiSquaredDistribution(null, cells).inverseCumulativeProbability(0.999));
    }

    @Test
    void aProfileKeepsTheMeanOverWholeDays() {
        double perSecond = 0.1;
        long onNanos = 600_000_000_000L;
        List<ArrivalSpec> specs = List.of(
                new Poisson(perSecond),
                new Renewal(perSecond, Family.GAMMA, 2),
                new Renewal(perSecond, Family.WEIBULL, 2),
                new OnOff(0.2, 0, onNanos, onNanos));

        assertThat(specs)
                .allSatisfy(spec -> assertRate(
                        perSecond,
                        ArrivalCounts.ratePerSecond(30, 2 * 86_400, ArrivalCounts.factory(spec, Optional.of(DAY)))));
    }

    @Test
    void aFlatProfileChangesNothingButTheLastDigit() {
        Poisson spec = new Poisson(3);
        Optional<DiurnalProfile> flat = Optional.of(new DiurnalProfile(Collections.nCopies(24, 7.0), 3.25));
        ArrivalProcess shaped = ArrivalCounts.process(spec, flat, 0);
        ArrivalProcess plain = ArrivalCounts.process(spec, Optional.empty(), 0);

        for (int i = 0; i < 100_000; i++) {
            assertThat(shaped.nextNanos()).isCloseTo(plain.nextNanos(), within(1L));
        }
    }
}
