package org.tafsim.ran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.Carrier;
import org.tafsim.model.L1Demands;
import org.tafsim.model.RanBurst;
import org.tafsim.model.RanLoad;
import org.tafsim.model.RanSpec;

class CellLoadTest {
    private static final int INTERVALS = 200_000;

    @Test
    void followsTheHoursInStraightLines() {
        CellLoad load = load(new RanLoad.Diurnal(RanLoad.Diurnal.TWO_HUMPS, 23.5, new RanBurst.None()), 1);

        double[] loads = DoubleStream.generate(load::next).limit(2 * 3_600).toArray();

        assertThat(loads[0]).isCloseTo((0.21 + 0.12) / 2, within(1e-12));
        assertThat(loads[1_800]).isCloseTo(0.12, within(1e-12));
        assertThat(loads[5_400]).isCloseTo(0.08, within(1e-12));
    }

    @Test
    void aTraceHoldsEachLoadUntilTheNext() {
        RanLoad trace = new RanLoad.Trace(List.of(2 * RanSpecs.SECOND, 4 * RanSpecs.SECOND), List.of(0.25, 0.75));
        CellLoad load = load(trace, 1);

        assertThat(DoubleStream.generate(load::next).limit(7))
                .containsExactly(0.25, 0.25, 0.25, 0.25, 0.75, 0.75, 0.75);
    }

    @Test
    void onOffBurstsKeepTheMeanAndTheMemoryOfTheirTimes() {
        RanBurst burst = new RanBurst.OnOff(2, 4 * RanSpecs.SECOND, 12 * RanSpecs.SECOND);
        double[] loads = flat(0.3, burst, 1);

        double mean = mean(loads);
        double variance = covariance(loads, mean, 0);
        // on a quarter of the time at twice the load, off at two thirds of it
        assertThat(mean).isCloseTo(0.3, within(0.01));
        assertThat(variance).isCloseTo(0.25 * 0.09 + 0.75 * 0.01, within(0.001));
        assertThat(covariance(loads, mean, 3) / variance)
                .isCloseTo(StrictMath.exp(-3 * (1.0 / 4 + 1.0 / 12)), within(0.02));
    }

    @Test
    void lognormalBurstsKeepTheMeanAndHaveNoMemory() {
        double[] loads = flat(0.2, new RanBurst.LogNormal(0.3), 1);

        double mean = mean(loads);
        double variance = covariance(loads, mean, 0);
        assertThat(mean).isCloseTo(0.2, within(0.001));
        assertThat(Math.sqrt(variance) / mean).isCloseTo(0.3, within(0.005));
        assertThat(covariance(loads, mean, 1) / variance).isCloseTo(0, within(0.01));
    }

    @Test
    void aCellIsNeverMoreThanFull() {
        double[] loads = flat(0.9, new RanBurst.LogNormal(0.5), 1);

        assertThat(DoubleStream.of(loads).max().orElseThrow()).isEqualTo(1);
        assertThat(DoubleStream.of(loads).min().orElseThrow()).isPositive();
    }

    @Test
    void drawsDependOnSeedAndNamesAlone() {
        RanBurst burst = new RanBurst.LogNormal(0.3);

        assertThat(flat(0.2, burst, 7)).isEqualTo(flat(0.2, burst, 7)).isNotEqualTo(flat(0.2, burst, 8));
        assertThat(CellLoad.stream("hub", "c1")).isEqualTo("ran/hub/c1");
    }

    @Test
    void loadsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new RanLoad.Diurnal(List.of(0.5), 0, new RanBurst.None()))
                .hasMessageContaining("24 loads (1 given)");
        assertThatThrownBy(() -> new RanLoad.Trace(List.of(5L, 5L), List.of(0.1, 0.2)))
                .hasMessageContaining("its times must rise");
        assertThatThrownBy(() -> new RanBurst.OnOff(5, 10, 30))
                .hasMessageContaining("factor (5.0) must lie between 1 and 4");
    }

    private static double[] flat(double load, RanBurst burst, long seed) {
        CellLoad cell = load(new RanLoad.Diurnal(Collections.nCopies(24, load), 0, burst), seed);
        return DoubleStream.generate(cell::next).limit(INTERVALS).toArray();
    }

    private static CellLoad load(RanLoad load, long seed) {
        RanSpec spec =
                RanSpecs.of(List.of(RanSpecs.cell("c1", Carrier.MID_BAND_4T4R, load)), L1Demands.GH200, RanSpecs.MPS);
        return new CellLoad(
                spec,
                spec.cells().get(0),
                new RandomStreams(seed, 0).stream(CellLoad.stream("hub", "c1")),
                new BurstTables());
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double covariance(double[] values, double mean, int lag) {
        return IntStream.range(0, values.length - lag)
                .mapToDouble(i -> (values[i] - mean) * (values[i + lag] - mean))
                .average()
                .orElseThrow();
    }
}
