package org.tafsim.policies.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RidgeModelTest {

    /** x = (1, 2), r = 3: A = ((2, 2), (2, 5)), b = (3, 6), so θ = (0.5, 1). */
    @Test
    void oneObservationByHand() {
        RidgeModel model = new RidgeModel(2);
        model.learn(new double[] {9, 1, 2}, 1, 3);

        assertThat(model.mean(new double[] {1, 0})).isCloseTo(0.5, within(1e-12));
        assertThat(model.mean(new double[] {0, 1})).isCloseTo(1, within(1e-12));
        assertThat(model.variance(new double[] {1, 0})).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(model.variance(new double[] {0, 1})).isCloseTo(2 / 6.0, within(1e-12));
    }

    /** A⁻¹ kept by updates solves A θ = b after a thousand observations: what is left of it is rounding. */
    @Test
    void updatesOfTheInverseSolveTheNormalEquations() {
        int size = 5;
        RidgeModel model = new RidgeModel(size);
        double[][] a = new double[size][size];
        double[] b = new double[size];
        for (int i = 0; i < size; i++) {
            a[i][i] = 1;
        }
        SplittableRandom random = new SplittableRandom(3);
        for (int n = 0; n < 1_000; n++) {
            double[] x = random.doubles(size).toArray();
            double reward = random.nextDouble();
            model.learn(x, 0, reward);
            for (int i = 0; i < size; i++) {
                b[i] += reward * x[i];
                for (int j = 0; j < size; j++) {
                    a[i][j] += x[i] * x[j];
                }
            }
        }

        for (int i = 0; i < size; i++) {
            assertThat(model.mean(a[i])).isCloseTo(b[i], within(1e-8));
        }
    }
}
