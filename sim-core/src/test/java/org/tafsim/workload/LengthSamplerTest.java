package org.tafsim.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.LengthSpec.LogNormalMixture;
import org.tafsim.model.LengthSpec.LogNormalMixture.Component;
import org.tafsim.model.QuantileTable;
import org.tafsim.testing.SharedData;

class LengthSamplerTest {
    private static final KeyedDraws DRAWS = new RandomStreams(7, 0).keyed("lengths");

    @Test
    void aFixedLengthIsFixed() {
        assertThat(LengthSampler.of(new LengthSpec.Fixed(42)).tokens(0.9, 0.1)).isEqualTo(42);
    }

    @Test
    void quantilesAreJoinedByLinesAndRounded() {
        LengthSampler sampler = quantiles(List.of(0.0, 0.5, 1.0), List.of(10.0, 20.0, 1000.0));

        assertThat(sampler.tokens(1e-9, 0)).isEqualTo(10);
        assertThat(sampler.tokens(0.24, 0)).isEqualTo(15); // 14.8
        assertThat(sampler.tokens(0.5, 0)).isEqualTo(20);
        assertThat(sampler.tokens(0.75, 0)).isEqualTo(510);
        assertThat(sampler.tokens(1 - 1e-9, 0)).isEqualTo(1000);
    }

    @Test
    void noLengthIsBelowOneOrAboveTheMaximum() {
        LengthSampler tiny = quantiles(List.of(0.0, 1.0), List.of(0.1, 1.4));
        LengthSampler cut = LengthSampler.of(new LogNormalMixture(List.of(new Component(1, 0, 3)), 500));

        assertThat(tiny.tokens(0.01, 0)).isEqualTo(1);
        assertThat(tiny.tokens(0.99, 0)).isEqualTo(1);
        assertThat(cut.tokens(1e-12, 0.5)).isEqualTo(1);
        assertThat(cut.tokens(1 - 1e-12, 0.5)).isEqualTo(500);
    }

    @Test
    void lengthsNeverFallAsTheDrawRises() {
        LengthSampler mixture = LengthSampler.of(azureCodePrompts());
        int last = 0;
        for (int i = 1; i < 10_000; i++) {
            int tokens = mixture.tokens(i / 10_000.0, 0.4);
            assertThat(tokens).isGreaterThanOrEqualTo(last);
            last = tokens;
        }
    }

    @Test
    void aMixtureFollowsItsDistribution() {
        LogNormalMixture mixture = azureCodePrompts();
        int[] tokens = sample(LengthSampler.of(mixture), 100_000);

        LogNormalDistribution low = new LogNormalDistribution(null, 5.51, 1.29);
        LogNormalDistribution high = new LogNormalDistribution(null, 7.65, 0.72);
        for (int limit : new int[] {50, 300, 1000, 1500, 3000, 7000}) {
            double expected =
                    0.30 * low.cumulativeProbability(limit + 0.5) + 0.70 * high.cumulativeProbability(limit + 0.5);
            double measured = Arrays.stream(tokens).filter(t -> t <= limit).count() / 1e5;
            double fiveDeviations = 5 * Math.sqrt(expected * (1 - expected) / 1e5);
            assertThat(Math.abs(measured - expected)).as("P(≤ %d)", limit).isLessThan(fiveDeviations);
        }
    }

    /** The bar of the recipe in docs/model/workload.md: Kolmogorov-Smirnov distance under 0.03. */
    @ParameterizedTest(name = "column {0}")
    @ValueSource(ints = {1, 2})
    void aTableOfHundredQuantilesReproducesTheMeasuredTrace(int column) {
        double[] measured = SharedData.rows("azure-llm-2023/AzureLLMInferenceTrace_conv.csv").stream()
                .mapToDouble(row -> Integer.parseInt(row[column]))
                .sorted()
                .toArray();
        List<Double> probabilities = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int percent = 0; percent <= 100; percent++) {
            probabilities.add(percent / 100.0);
            values.add(measured[percent * (measured.length - 1) / 100]);
        }

        int[] tokens = sample(quantiles(probabilities, values), 100_000);

        double distance = new KolmogorovSmirnovTest()
                .kolmogorovSmirnovStatistic(
                        measured, Arrays.stream(tokens).asDoubleStream().toArray());
        assertThat(distance).isLessThan(0.03);
    }

    /** Fit to the Azure 2023 code trace. */
    private static LogNormalMixture azureCodePrompts() {
        return new LogNormalMixture(List.of(new Component(0.30, 5.51, 1.29), new Component(0.70, 7.65, 0.72)), 7437);
    }

    private static LengthSampler quantiles(List<Double> probabilities, List<Double> values) {
        return LengthSampler.of(new LengthSpec.Quantiles(new QuantileTable(probabilities, values)));
    }

    private static int[] sample(LengthSampler sampler, int count) {
        int[] tokens = new int[count];
        for (int i = 0; i < count; i++) {
            tokens[i] = sampler.tokens(DRAWS.uniform(i, 0), DRAWS.uniform(i, 1));
        }
        return tokens;
    }
}
