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

class MorrisDesignTest {

    @Test
    void effectsOfALinearFunctionAreItsSlopes() {
        List<MorrisEffect> effects = effects(x -> 5 + 3 * x[0] - 2 * x[1], 3, 10);

        assertThat(effects.get(0).mean()).isCloseTo(3, within(1e-12));
        assertThat(effects.get(1).mean()).isCloseTo(-2, within(1e-12));
        assertThat(effects.get(1).meanAbsolute().mean()).isCloseTo(2, within(1e-12));
        assertThat(effects.get(2).meanAbsolute().mean()).isZero();
        assertThat(effects).allSatisfy(effect -> assertThat(effect.deviation()).isCloseTo(0, within(1e-12)));
    }

    /** The effect of either factor is 12 times where the other stands, which is 0, 1/3, 2/3 or 1 with equal chance. */
    @Test
    void deviationShowsInteraction() {
        List<MorrisEffect> effects = effects(x -> 12 * x[0] * x[1], 2, 2000);

        assertThat(effects).allSatisfy(effect -> {
            assertThat(effect.meanAbsolute().contains(6)).isTrue();
            assertThat(effect.deviation()).isCloseTo(12 * Math.sqrt(5.0 / 36), within(0.1));
        });
    }

    @Test
    void effectsThatCancelStillMatter() {
        List<MorrisEffect> effects = effects(x -> Math.abs(x[0] - 0.5) * (x[1] - 0.5), 2, 500);

        assertThat(effects.get(1).mean())
                .isCloseTo(effects.get(1).meanAbsolute().mean(), within(1e-12));
        assertThat(effects.get(0).mean()).isCloseTo(0, within(0.02));
    }

    @Test
    void ranksTheFactorsOfSobolsFunction() {
        List<MorrisEffect> effects = effects(Functions::g, 8, 100);

        List<Double> sizes =
                effects.stream().map(effect -> effect.meanAbsolute().mean()).toList();
        assertThat(sizes.subList(0, 4)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(sizes.subList(4, 8)).allMatch(size -> size < 0.1 * sizes.get(2));
    }

    @Test
    void eachTrajectoryMovesEveryFactorOnceOnTheGrid() {
        double[][] points = new MorrisDesign(4, 50, 4, stream()).points();

        assertThat(points).hasDimensions(250, 4);
        for (int walk = 0; walk < 50; walk++) {
            boolean[] hasMoved = new boolean[4];
            for (int i = 1; i <= 4; i++) {
                int moved = moved(points[5 * walk + i - 1], points[5 * walk + i]);
                assertThat(hasMoved[moved]).isFalse();
                hasMoved[moved] = true;
            }
        }
        assertThat(Arrays.stream(points).flatMapToDouble(Arrays::stream).boxed())
                .allMatch(x -> Math.abs(3 * x - Math.rint(3 * x)) < 1e-12 && x >= 0 && x <= 1 + 1e-12);
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new MorrisDesign(2, 10, 5, stream())).hasMessageContaining("(5) must be even");
        assertThatThrownBy(() -> new MorrisDesign(2, 1, 4, stream())).hasMessageContaining("trajectories (1)");
        assertThatThrownBy(() -> new MorrisDesign(2, 2, 4, stream()).effects(new double[5], 0.95))
                .hasMessage("The design has 6 points, but 5 values came.");
    }

    private static int moved(double[] from, double[] to) {
        int moved = -1;
        for (int i = 0; i < from.length; i++) {
            if (from[i] != to[i]) {
                assertThat(moved).isEqualTo(-1);
                assertThat(Math.abs(to[i] - from[i])).isCloseTo(2.0 / 3, within(1e-12));
                moved = i;
            }
        }
        return moved;
    }

    private static List<MorrisEffect> effects(ToDoubleFunction<double[]> function, int factors, int trajectories) {
        MorrisDesign design = new MorrisDesign(factors, trajectories, 4, stream());
        double[] values = Arrays.stream(design.points()).mapToDouble(function).toArray();
        return design.effects(values, 0.999);
    }

    private static Mrg32k3a stream() {
        return new RandomStreams(42, 0).stream("design");
    }
}
