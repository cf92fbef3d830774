package org.tafsim.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplersTest {
    private static final int CELLS = 4096;

    @Test
    void exponentialQuantilesAreTheClosedForm() {
        InverseCdf exponential = Samplers.exponential(2);

        assertThat(exponential.at(0.5)).isEqualTo(1.3862943611198906);
        assertThat(exponential.at(1 - StrictMath.exp(-3))).isCloseTo(6, within(1e-12));
        assertThat(exponential.at(1 - 0x1p-53)).isCloseTo(73.47, within(0.01));
    }

    @Test
    void weibullOfShapeOneIsExponential() {
        InverseCdf weibull = Samplers.weibull(1, 2);
        InverseCdf exponential = Samplers.exponential(2);

        for (double u = 0.01; u < 1; u += 0.01) {
            assertThat(weibull.at(u)).isCloseTo(exponential.at(u), within(1e-12));
        }
    }

    @Test
    void normalQuantilesAreThePublishedOnes() {
        // Wichura (1988), table 1, and the usual 97.5 % point.
        InverseCdf normal = Samplers.normal();

        assertThat(normal.at(0.25)).isCloseTo(-0.6744897501960817, within(1e-15));
        assertThat(normal.at(0.001)).isCloseTo(-3.090232306167814, within(1e-14));
        assertThat(normal.at(1e-20)).isCloseTo(-9.262340089798409, within(1e-14));
        assertThat(normal.at(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(normal.at(0.5)).isZero();
    }

    @Test
    void lognormalByMomentsHasThem() {
        InverseCdf lognormal = Samplers.lognormalOfMean(10, 0.5);
        int n = 1_000_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = lognormal.at((i + 0.5) / n);
            sum += x;
            squares += x * x;
        }

        double mean = sum / n;

        assertThat(mean).isCloseTo(10, within(1e-4));
        assertThat(Math.sqrt(squares / n - mean * mean) / mean).isCloseTo(0.5, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.8, 1, 2.5, 40, 1000})
    void gammaFollowsItsDistribution(double shape) {
        InverseCdf gamma = Samplers.gamma(shape, 3);
        GammaDistribution exact = new GammaDistribution(null, shape, 3, 1e-12);

        for (int i = 0; i < 5_000; i++) {
            double u = (i + 0.5) / 5_000;
            assertThat(exact.cumulativeProbability(gamma.at(u))).isCloseTo(u, within(5e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 2.5, 40})
    void gammaTailsAreExact(double shape) {
        InverseCdf gamma = Samplers.gamma(shape, 1);

        assertThat(Gamma.regularizedGammaQ(shape, gamma.at(1 - 1e-9))).isCloseTo(1e-9, within(1e-13));
        assertThat(Gamma.regularizedGammaP(shape, gamma.at(1e-6))).isCloseTo(1e-6, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 2.5, 40})
    void gammaKeepsTheMeanBetweenItsTails(double shape) {
        InverseCdf gamma = Samplers.gamma(shape, 1);
        double trapezoids = 0; // exact, the table being linear between multiples of 1 / CELLS
        for (int i = 2; i < CELLS - 2; i++) {
            trapezoids += (gamma.at((double) i / CELLS) + gamma.at((i + 1.0) / CELLS)) / (2 * CELLS);
        }

        double low = gamma.at(2.0 / CELLS);
        double high = gamma.at(1 - 2.0 / CELLS);
        double expected = shape * (Gamma.regularizedGammaP(shape + 1, high) - Gamma.regularizedGammaP(shape + 1, low));

        assertThat(trapezoids).isCloseTo(expected, within(1e-9 * shape));
    }

    @Test
    void quantilesNeverDecrease() {
        List<InverseCdf> all = List.of(
                Samplers.exponential(1),
                Samplers.weibull(0.4, 1),
                Samplers.gamma(0.3, 1),
                Samplers.gamma(3, 1),
                Samplers.normal(),
                Samplers.lognormal(0, 1));

        for (InverseCdf quantile : all) {
            double last = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 100_000; i++) {
                double x = quantile.at((i + 0.5) / 100_000);
                assertThat(x).isGreaterThanOrEqualTo(last);
                last = x;
            }
        }
    }

    @Test
    void samplesHaveTheSameBitsOnEveryPlatform() {
        KeyedDraws draws = new RandomStreams(42, 0).keyed("bits");
        List<InverseCdf> all = List.of(
                Samplers.exponential(0.1),
                Samplers.weibull(0.7, 2),
                Samplers.gamma(0.5, 2),
                Samplers.gamma(7, 0.1),
                Samplers.lognormalOfMean(20, 0.8));

        long hash = 0;
        for (int i = 0; i < 20_000; i++) {
            for (InverseCdf quantile : all) {
                hash = StableHash.mix(hash ^ Double.doubleToRawLongBits(quantile.sample(draws, i, 0)));
            }
        }

        assertThat(hash).isEqualTo(8529337073743114951L);
    }

    @Test
    void impossibleParametersAreRefused() {
        assertThatThrownBy(() -> Samplers.exponential(0)).hasMessageContainingAll("mean", "exponential", "0.0");
        assertThatThrownBy(() -> Samplers.gamma(Double.NaN, 1)).hasMessageContainingAll("shape", "gamma", "NaN");
        assertThatThrownBy(() -> Samplers.weibull(1, Double.POSITIVE_INFINITY)).hasMessageContaining("Weibull");
        assertThatThrownBy(() -> Samplers.lognormal(0, -1)).hasMessageContaining("lognormal");
    }
}
