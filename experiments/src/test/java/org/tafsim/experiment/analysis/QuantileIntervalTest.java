package org.tafsim.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.stats.ConfidenceInterval;

class QuantileIntervalTest {

    /** Ranks and confidences of the median as printed in tables, e.g. Conover, Practical Nonparametric Statistics. */
    @ParameterizedTest
    @CsvSource({"6, 1, 6, 0.9688", "10, 2, 9, 0.9785", "20, 6, 15, 0.9586", "25, 8, 18, 0.9567"})
    void mediansHaveTheRanksOfTheTables(int count, int low, int high, double confidence) {
        QuantileInterval interval = QuantileInterval.of(ranks(count), 0.5, 0.95);

        assertThat(interval.low()).isEqualTo(low);
        assertThat(interval.high()).isEqualTo(high);
        assertThat(interval.confidence()).isCloseTo(confidence, within(5e-5));
    }

    @Test
    void aTailIsUnboundedWhereTooFewValuesReachIt() {
        QuantileInterval interval = QuantileInterval.of(ranks(50), 0.99, 0.95);

        assertThat(interval.estimate()).isEqualTo(50);
        assertThat(interval.high()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(interval.low()).isEqualTo(48);
        assertThat(interval.contains(1e9)).isTrue();
    }

    @Test
    void aSingleValueBoundsNothing() {
        assertThat(QuantileInterval.of(new double[] {3}, 0.5, 0.95))
                .isEqualTo(new QuantileInterval(0.5, 3, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1));
    }

    @Test
    void leavesTheValuesInTheirOrder() {
        double[] values = {3, 1, 2};

        assertThat(QuantileInterval.of(values, 0.5, 0.5).estimate()).isEqualTo(2);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void replicationsGiveStudentsIntervalOfTheirQuantiles() {
        List<double[]> replications = List.of(ranks(10), ranks(20), ranks(30));

        assertThat(QuantileInterval.overReplications(replications, 0.9, 0.95))
                .isEqualTo(ConfidenceInterval.student(new double[] {9, 18, 27}, 0.95));
    }

    @Test
    void refusesPercent() {
        assertThatThrownBy(() -> QuantileInterval.of(ranks(10), 95, 0.95))
                .hasMessageContaining("quantile (95.0)")
                .hasMessageContaining("percent");
        assertThatThrownBy(() -> QuantileInterval.of(new double[0], 0.5, 0.95)).hasMessageContaining("values (0)");
    }

    private static double[] ranks(int count) {
        return IntStream.rangeClosed(1, count).mapToDouble(rank -> rank).toArray();
    }
}
