package org.tafsim.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tafsim.model.CountSpec;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.QuantileTable;

/** Durations and counts, against their closed forms. */
class SessionSamplersTest {

    private static final int POINTS = 100_000;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aConstantIsAlwaysTheSame() {
        DurationSampler constant = DurationSampler.of(new DurationSpec.Constant(7));

        assertThat(constant.nanos(0.001)).isEqualTo(7);
        assertThat(constant.nanos(0.999)).isEqualTo(7);
    }

    @Test
    void anExponentialHasItsMean() {
        DurationSampler exponential = DurationSampler.of(new DurationSpec.Exponential(30 * SECOND));

        double mean = IntStream.range(0, POINTS)
                .mapToLong(i -> exponential.nanos((i + 0.5) / POINTS))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(30e9, within(30e9 * 1e-4));
    }

    @Test
    void aLognormalHasItsTwoQuantilesAndTheirMirror() {
        DurationSampler lognormal = DurationSampler.of(new DurationSpec.LogNormal(20 * SECOND, 120 * SECOND));

        assertThat(lognormal.nanos(0.5)).isCloseTo(20 * SECOND, within(10L));
        assertThat(lognormal.nanos(0.95)).isCloseTo(120 * SECOND, within(100L));
        assertThat(lognormal.nanos(0.05)).isCloseTo(20 * SECOND / 6, within(10L)); // as far below as p95 is above
    }

    @Test
    void aTableIsLinearBetweenItsQuantiles() {
        DurationSampler table = DurationSampler.of(new DurationSpec.Quantiles(
                new QuantileTable(List.of(0.0, 0.5, 1.0), List.of(1000.0, 3000.0, 11000.0))));

        assertThat(table.nanos(0.25)).isEqualTo(2 * SECOND);
        assertThat(table.nanos(0.75)).isEqualTo(7 * SECOND);
    }

    @Test
    void tailsEndAfterAHundredYears() {
        DurationSampler endless = DurationSampler.of(new DurationSpec.LogNormal(SECOND, 300_000_000 * SECOND));

        assertThat(endless.nanos(Math.nextDown(1.0))).isEqualTo((long) (DurationSampler.MOST_SECONDS * 1e9));
    }

    @Test
    void aGeometricCountGoesOnWithTheSameChanceEachTime() {
        CountSampler turns = CountSampler.of(new CountSpec.Geometric(1, 5));

        double[] chances = new double[4];
        double mean = 0;
        for (int i = 0; i < POINTS; i++) {
            int count = turns.count((i + 0.5) / POINTS);
            mean += (double) count / POINTS;
            if (count <= chances.length) {
                chances[count - 1] += 1.0 / POINTS;
            }
        }
        assertThat(mean).isCloseTo(5, within(1e-3));
        for (int count = 0; count < chances.length; count++) {
            assertThat(chances[count]).isCloseTo(0.2 * Math.pow(0.8, count), within(2.0 / POINTS));
        }
    }

    @Test
    void aGeometricCountOfItsLeastIsConstant() {
        CountSampler once = CountSampler.of(new CountSpec.Geometric(1, 1));

        assertThat(once.count(Math.nextDown(1.0))).isEqualTo(1);
    }

    @Test
    void tabledCountsAreRoundedToTheNearest() {
        CountSampler counts =
                CountSampler.of(new CountSpec.Quantiles(new QuantileTable(List.of(0.0, 1.0), List.of(0.0, 4.0))));

        assertThat(List.of(counts.count(0.1), counts.count(0.13), counts.count(0.5), counts.count(0.9)))
                .containsExactly(0, 1, 2, 4);
    }
}
