package org.tafsim.scenario.trace.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.kernel.random.InverseCdf;
import org.tafsim.kernel.random.Samplers;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.trace.Recording;
import org.tafsim.scenario.trace.fit.GapFit.Family;

class GapFitTest {

    private static final Path AZURE =
            Path.of("..", "..", "shared", "data", "azure-llm-2023", "AzureLLMInferenceTrace_conv.csv");

    private static double[] sample(InverseCdf law, int count) {
        SplittableRandom random = new SplittableRandom(20261129);
        double[] values = new double[count];
        Arrays.setAll(values, i -> law.at((random.nextInt(1 << 30) + 0.5) / (1 << 30)));
        return values;
    }

    private static GapFit of(Family family, List<GapFit> fits) {
        return fits.stream().filter(fit -> fit.family() == family).findFirst().orElseThrow();
    }

    /** Published with the reference data: gamma k 0.871, theta 0.2076 s [0.017], Weibull k 0.922 [0.017], exponential [0.022]. */
    @Test
    void theFitsOfAzuresConversationsAreThePublishedOnes() {
        assumeTrue(Files.exists(AZURE), "The Azure trace is not beside the project: " + AZURE);
        double[] gaps = Recording.read(AZURE, new Problems()).orElseThrow().gapsSeconds();

        List<GapFit> fits = GapFit.all(gaps);

        GapFit gamma = of(Family.GAMMA, fits);
        GapFit weibull = of(Family.WEIBULL, fits);
        GapFit exponential = of(Family.EXPONENTIAL, fits);
        assertThat(gamma.first()).isCloseTo(0.871, within(0.001));
        assertThat(gamma.second()).isCloseTo(0.2076, within(0.0002));
        assertThat(gamma.distance()).isCloseTo(0.017, within(0.0005));
        assertThat(weibull.first()).isCloseTo(0.922, within(0.001));
        assertThat(weibull.distance()).isCloseTo(0.017, within(0.0005));
        assertThat(exponential.distance()).isCloseTo(0.022, within(0.0005));
        assertThat(fits.get(3).family()).isEqualTo(Family.LOGNORMAL);
    }

    /** Standard errors of the shapes at 50,000 gaps are under 1 %. */
    @ParameterizedTest
    @CsvSource({"0.2, 3", "0.871, 0.2076", "1, 5", "30, 0.01"})
    void shapeAndScaleOfGammaGapsAreFoundAgain(double shape, double scale) {
        List<GapFit> fits = GapFit.all(sample(Samplers.gamma(shape, scale), 50_000));

        GapFit gamma = of(Family.GAMMA, fits);
        assertThat(gamma.first()).isCloseTo(shape, within(0.03 * shape));
        assertThat(gamma.second()).isCloseTo(scale, within(0.03 * scale));
        assertThat(gamma.variation()).isCloseTo(1 / Math.sqrt(shape), within(0.03 / Math.sqrt(shape)));
        assertThat(gamma.distance()).isLessThan(1.95 / Math.sqrt(50_000));
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.06", "0.922, 0.17", "3, 100"})
    void shapeAndScaleOfWeibullGapsAreFoundAgain(double shape, double scale) {
        List<GapFit> fits = GapFit.all(sample(Samplers.weibull(shape, scale), 50_000));

        GapFit weibull = of(Family.WEIBULL, fits);
        assertThat(weibull.first()).isCloseTo(shape, within(0.02 * shape));
        assertThat(weibull.second()).isCloseTo(scale, within(0.03 * scale));
        assertThat(weibull.distance()).isLessThan(1.95 / Math.sqrt(50_000));
    }

    @Test
    void lognormalGapsAreFoundAgainAndTheirFamilyIsTheNearest() {
        GapFit nearest = GapFit.all(sample(Samplers.lognormal(-2, 1.5), 50_000)).get(0);

        assertThat(nearest.family()).isEqualTo(Family.LOGNORMAL);
        assertThat(nearest.first()).isCloseTo(-2, within(0.03));
        assertThat(nearest.second()).isCloseTo(1.5, within(0.03));
    }

    @Test
    void gapsOfZeroHaveALogarithmTooAndTooFewOrEqualGapsAreRefused() {
        double[] gaps = sample(Samplers.exponential(1), 1000);
        gaps[17] = 0;

        assertThat(of(Family.WEIBULL, GapFit.all(gaps)).first()).isCloseTo(1, within(0.1));
        assertThatThrownBy(() -> GapFit.all(new double[9])).hasMessageContaining("9 gaps are too few");
        assertThatThrownBy(() -> GapFit.all(new double[20])).hasMessageContaining("All gaps are 0");
        double[] equal = new double[20];
        Arrays.fill(equal, 3);
        assertThatThrownBy(() -> GapFit.all(equal)).hasMessageContaining("Maybe all its values are equal");
    }

    /** The distance of three points to the uniform distribution, by hand. */
    @Test
    void theDistanceLooksAtBothSidesOfEveryStep() {
        assertThat(Distance.of(new double[] {0.9, 0.5, 0.6}, x -> x)).isCloseTo(0.5, within(1e-12));
        assertThat(Distance.of(new double[] {0.1, 0.2}, x -> x)).isCloseTo(0.8, within(1e-12));
    }
}
