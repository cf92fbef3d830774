package org.tafsim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeibullShapeTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5, 1, 2, 6, 13, 20})
    void theShapeHasTheVariation(double variation) {
        WeibullDistribution weibull = new WeibullDistribution(null, WeibullShape.ofVariation(variation), 1);

        double measured = Math.sqrt(weibull.getNumericalVariance()) / weibull.getNumericalMean();
        assertThat(measured).isCloseTo(variation, within(1e-6 * variation));
    }

    @Test
    void variationOneIsTheExponential() {
        assertThat(WeibullShape.ofVariation(1)).isCloseTo(1, within(1e-9));
    }

    @Test
    void halfTheShapeOfTheSquareIsKnown() {
        // k = 1/2: the square of an exponential, CV² = 24 / 4 - 1.
        assertThat(WeibullShape.ofVariation(Math.sqrt(5))).isCloseTo(0.5, within(1e-9));
    }
}
