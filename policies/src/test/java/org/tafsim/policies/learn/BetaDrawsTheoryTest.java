package org.tafsim.policies.learn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.kernel.random.RandomStreams;

class BetaDrawsTheoryTest {

    private static final int DRAWS = 100_000;

    /** Mean a/(a + b), variance ab/((a + b)²(a + b + 1)); the mean of draws within four standard errors. */
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "3.5, 1", "40, 60", "900, 100"})
    void meanAndVarianceAreThoseOfTheBetaDistribution(double a, double b) {
        BetaDraws draws = new BetaDraws(new RandomStreams(5, 0).stream("beta"));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double draw = draws.next(a, b);
            sum += draw;
            squares += draw * draw;
        }
        double mean = a / (a + b);
        double variance = a * b / ((a + b) * (a + b) * (a + b + 1));
        double error = Math.sqrt(variance / DRAWS);

        assertThat(sum / DRAWS).isBetween(mean - 4 * error, mean + 4 * error);
        assertThat(squares / DRAWS - sum / DRAWS * (sum / DRAWS)).isBetween(0.97 * variance, 1.03 * variance);
    }
}
