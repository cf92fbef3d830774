package org.tafsim.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.tafsim.kernel.random.Mrg32k3a;
import org.tafsim.kernel.random.RandomStreams;

class SobolDesignTest {

    private static final RandomStreams STREAMS = new RandomStreams(42, 0);

    @Test
    void findsTheIndicesOfIshigami() {
        List<SobolIndex> indices = indices(Functions::ishigami, 3, 4096);

        for (SobolIndex index : indices) {
            double first = Functions.ISHIGAMI_FIRST.get(index.factor());
            double total = Functions.ISHIGAMI_TOTAL.get(index.factor());
            assertThat(index.first().estimate()).isCloseTo(first, within(0.01));
            assertThat(index.total().estimate()).isCloseTo(total, within(0.01));
            assertThat(index.first().contains(first)).isTrue();
            assertThat(index.total().contains(total)).isTrue();
        }
    }

    @Test
    void findsTheIndicesOfSobolsFunction() {
        List<SobolIndex> indices = indices(Functions::g, 8, 4096);

        for (SobolIndex index : indices) {
            assertThat(index.first().estimate()).isCloseTo(Functions.gFirst(index.factor()), within(0.01));
            assertThat(index.total().estimate()).isCloseTo(Functions.gTotal(index.factor()), within(0.01));
        }
    }

    /** S_i = T_i = a_i² / Σ a². */
    @Test
    void indicesOfALinearFunctionAreSharesOfItsVariance() {
        List<SobolIndex> indices = indices(x -> 1e6 + 3 * x[0] + 4 * x[1], 2, 1024);

        assertThat(indices.get(0).first().estimate()).isCloseTo(0.36, within(0.005));
        assertThat(indices.get(0).total().estimate()).isCloseTo(0.36, within(0.005));
        assertThat(indices.get(1).first().estimate()).isCloseTo(0.64, within(0.005));
    }

    @Test
    void nothingExplainsWhatNeverVaries() {
        assertThat(indices(x -> 0.1, 2, 64)).allSatisfy(index -> {
            assertThat(index.first()).isEqualTo(new Interval(0, 0, 0));
            assertThat(index.total()).isEqualTo(new Interval(0, 0, 0));
        });
    }

    @Test
    void rowsHoldBothPointsAndTheirExchanges() {
        double[][] points = new SobolDesign(2, 8, STREAMS.stream("design")).points();

        assertThat(points).hasDimensions(32, 2);
        for (int row = 0; row < 8; row++) {
            double[] a = points[4 * row];
            double[] b = points[4 * row + 1];
            assertThat(points[4 * row + 2]).containsExactly(b[0], a[1]);
            assertThat(points[4 * row + 3]).containsExactly(a[0], b[1]);
        }
    }

    @Test
    void pointsFillTheCubeEvenly() {
        double[][] points = new SobolDesign(30, 64, STREAMS.stream("design")).points();

        for (int factor = 0; factor < 30; factor++) {
            int of = factor;
            long layers = Arrays.stream(points)
                    .mapToInt(point -> (int) (64 * point[of]))
                    .distinct()
                    .count();
            assertThat(layers).isEqualTo(64);
        }
    }

    @Test
    void refusesWhatMakesNoSense() {
        Mrg32k3a stream = STREAMS.stream("design");

        assertThatThrownBy(() -> new SobolDesign(3, 1000, stream))
                .hasMessage("The number of rows (1000) must be a power of two, e.g. 512.");
        assertThatThrownBy(() -> new SobolDesign(1, 4, stream).indices(new double[11], 0.95, stream))
                .hasMessage("The design has 12 points, but 11 values came.");
    }

    private static List<SobolIndex> indices(ToDoubleFunction<double[]> function, int factors, int rows) {
        SobolDesign design = new SobolDesign(factors, rows, STREAMS.stream("design"));
        double[] values = Arrays.stream(design.points()).mapToDouble(function).toArray();
        return design.indices(values, 0.95, STREAMS.stream("bootstrap"));
    }
}
