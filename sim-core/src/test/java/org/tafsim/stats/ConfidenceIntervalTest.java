package org.tafsim.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceIntervalTest {

    @ParameterizedTest
    @CsvSource({"2, 0.95, 12.706205", "11, 0.95, 2.228139", "20, 0.999, 3.883406", "31, 0.90, 1.697261"})
    void halfWidthsUseTheTabulatedStudentQuantiles(int count, double confidence, double tabulated) {
        double[] values = new double[count];
        Tally tally = new Tally();
        for (int i = 0; i < count; i++) {
            values[i] = i * i;
            tally.record(values[i]);
        }

        ConfidenceInterval interval = ConfidenceInterval.student(values, confidence);

        assertThat(interval.mean()).isEqualTo(tally.mean());
        assertThat(interval.count()).isEqualTo(count);
        assertThat(interval.halfWidth() / (tally.standardDeviation() / Math.sqrt(count)))
                .isCloseTo(tabulated, within(1e-6));
    }

    @Test
    void aPublishedExampleComesOut() {
        // Law, Simulation Modeling and Analysis, chapter 4: ten observations give 1.34 ± 0.24 at 90 %.
        double[] values = {1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09};

        ConfidenceInterval interval = ConfidenceInterval.student(values, 0.90);

        assertThat(interval.mean()).isCloseTo(1.343, within(1e-9));
        assertThat(interval.halfWidth()).isCloseTo(0.24, within(0.005));
    }

    @Test
    void aSingleValueSaysNothingOfItsSpread() {
        ConfidenceInterval interval = ConfidenceInterval.student(new double[] {3}, 0.95);

        assertThat(interval.mean()).isEqualTo(3);
        assertThat(interval.halfWidth()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(interval.contains(1e300)).isTrue();
    }

    @Test
    void intervalsCoverTheMeanAsOftenAsTheyPromise() {
        SplittableRandom random = new SplittableRandom(1);
        int trials = 10_000;
        int covering = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] values = random.doubles(8).toArray();
            covering += ConfidenceInterval.student(values, 0.90).contains(0.5) ? 1 : 0;
        }

        // 3.5 deviations of a binomial share, and 0.5 % for the uniform not being normal.
        assertThat((double) covering / trials).isCloseTo(0.90, within(3.5 * Math.sqrt(0.09 / trials) + 0.005));
    }

    @Test
    void theEndsBelongToTheInterval() {
        ConfidenceInterval interval = new ConfidenceInterval(10, 2, 5);

        assertThat(interval.contains(8)).isTrue();
        assertThat(interval.contains(12)).isTrue();
        assertThat(interval.contains(12.001)).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> ConfidenceInterval.student(new double[] {}, 0.95))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() -> ConfidenceInterval.student(new double[] {1, Double.NaN}, 0.95))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> ConfidenceInterval.student(new double[] {1, 2}, 95))
                .hasMessageContaining("percent");
        assertThatThrownBy(() -> new ConfidenceInterval(1, Double.NaN, 2)).hasMessageContaining("half-width");
    }
}
