package org.tafsim.scenario.trace.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.LengthSpec.LogNormalMixture;
import org.tafsim.model.LengthSpec.LogNormalMixture.Component;
import org.tafsim.scenario.trace.fit.LengthFit.Family;
import org.tafsim.testing.SeedSource;
import org.tafsim.testing.SharedData;
import org.tafsim.workload.LengthSampler;

class LengthFitTest {

    private static WeightedTokens azure(int column) {
        return WeightedTokens.of(SharedData.rows("azure-llm-2023/AzureLLMInferenceTrace_conv.csv").stream()
                .mapToInt(row -> Integer.parseInt(row[column]))
                .toArray());
    }

    private static LengthFit of(Family family, WeightedTokens tokens) {
        return LengthFit.all(tokens).stream()
                .filter(fit -> fit.family() == family)
                .findFirst()
                .orElseThrow();
    }

    private static WeightedTokens drawn(LengthSpec spec, int count, long seed) {
        LengthSampler sampler = LengthSampler.of(spec);
        SplittableRandom random = new SplittableRandom(seed);
        return WeightedTokens.of(IntStream.range(0, count)
                .map(i -> sampler.tokens(uniform(random), uniform(random)))
                .toArray());
    }

    private static double uniform(SplittableRandom random) {
        return (random.nextInt(1 << 30) + 0.5) / (1 << 30);
    }

    /** Outputs of Azure's conversations, in the reference: 0.30 (4.74, 1.00) + 0.43 (4.58, 0.36) + 0.28 (6.01, 0.05) [0.031]. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aTableOfQuantilesIsNearerToAzuresTokensThanAnyFamily(int column) {
        WeightedTokens tokens = azure(column);

        List<LengthFit> fits = LengthFit.all(tokens);

        assertThat(fits).hasSize(4);
        assertThat(fits.get(0).family()).isEqualTo(Family.QUANTILES);
        assertThat(fits.get(0).distance()).isLessThan(0.025);
        assertThat(fits.get(0).mean()).isCloseTo(tokens.mean(), within(0.02 * tokens.mean()));
        assertThat(fits.get(1).family()).isEqualTo(Family.TWO_LOGNORMALS);
    }

    /** What the scenario would draw has the distance that the fit says, but for the chance of 200,000 draws. */
    @ParameterizedTest
    @ValueSource(strings = {"QUANTILES", "LOGNORMAL", "TWO_LOGNORMALS"})
    void drawsOfAScenarioHaveTheDistanceThatIsSaid(Family family) {
        WeightedTokens tokens = azure(2);
        LengthFit fit = of(family, tokens);

        WeightedTokens drawn = drawn(fit.spec().orElseThrow(), 200_000, 5);

        assertThat(distance(tokens, drawn)).isCloseTo(fit.distance(), within(0.005));
    }

    private static double distance(WeightedTokens one, WeightedTokens other) {
        double largest = 0;
        double sum = 0;
        int next = 0;
        double ofOther = 0;
        for (int i = 0; i < one.size(); i++) {
            while (next < other.size() && other.value(next) < one.value(i)) {
                ofOther += other.share(next++);
            }
            largest = Math.max(largest, Math.abs(ofOther - sum));
            sum += one.share(i);
            if (next < other.size() && other.value(next) == one.value(i)) {
                ofOther += other.share(next++);
            }
            largest = Math.max(largest, Math.abs(ofOther - sum));
        }
        return largest;
    }

    @Test
    void twoLognormalsAreFoundAgain() {
        LogNormalMixture truth =
                new LogNormalMixture(List.of(new Component(0.3, 4, 0.5), new Component(0.7, 7.5, 0.4)), 100_000);

        LengthFit fit = of(Family.TWO_LOGNORMALS, drawn(truth, 50_000, 1));

        List<Component> parts = ((LogNormalMixture) fit.spec().orElseThrow()).components();
        Component small = parts.get(parts.get(0).mu() < parts.get(1).mu() ? 0 : 1);
        Component large = parts.get(parts.get(0).mu() < parts.get(1).mu() ? 1 : 0);
        assertThat(small.weight()).isCloseTo(0.3, within(0.01));
        assertThat(small.mu()).isCloseTo(4, within(0.03));
        assertThat(small.sigma()).isCloseTo(0.5, within(0.03));
        assertThat(large.mu()).isCloseTo(7.5, within(0.02));
        assertThat(large.sigma()).isCloseTo(0.4, within(0.02));
        assertThat(fit.distance()).isLessThan(0.01);
    }

    /** Each step of expectation and maximization climbs; the pair is never less likely than one lognormal. */
    @ParameterizedTest
    @SeedSource(count = 20)
    void twoLognormalsAreNeverMuchFartherThanOne(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LogNormalMixture truth = new LogNormalMixture(
                List.of(
                        new Component(
                                0.1 + random.nextDouble(), 1 + 6 * random.nextDouble(), 0.1 + random.nextDouble()),
                        new Component(
                                0.1 + random.nextDouble(), 1 + 6 * random.nextDouble(), 0.1 + random.nextDouble())),
                50_000);
        WeightedTokens tokens = drawn(truth, 5_000, seed);

        assertThat(of(Family.TWO_LOGNORMALS, tokens).distance())
                .isLessThan(of(Family.LOGNORMAL, tokens).distance() + 0.02);
        assertThat(of(Family.QUANTILES, tokens).distance()).isLessThan(0.03);
    }

    @Test
    void equalLengthsAreFixed() {
        assertThat(LengthFit.all(WeightedTokens.of(new int[] {7, 7, 7})))
                .singleElement()
                .satisfies(fit -> assertThat(fit.spec()).contains(new LengthSpec.Fixed(7)));
    }

    @Test
    void sharesAndQuantilesAreThoseOfTheValues() {
        WeightedTokens counted = WeightedTokens.of(new int[] {5, 1, 5, 9});
        WeightedTokens weighted = WeightedTokens.of(Map.of(5, 2.0, 1, 1.0, 9, 1.0, 11, 0.0));

        for (WeightedTokens tokens : List.of(counted, weighted)) {
            assertThat(tokens.size()).isEqualTo(3);
            assertThat(tokens.mean()).isCloseTo(5, within(1e-12));
            assertThat(tokens.quantile(0.25)).isEqualTo(1);
            assertThat(tokens.quantile(0.26)).isEqualTo(5);
            assertThat(tokens.quantile(0.75)).isEqualTo(5);
            assertThat(tokens.quantile(1)).isEqualTo(9);
        }
    }
}
