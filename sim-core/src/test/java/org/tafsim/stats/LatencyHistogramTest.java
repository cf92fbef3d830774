package org.tafsim.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

class LatencyHistogramTest {

    @Test
    void smallValuesAreExact() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 100; i >= 1; i--) {
            histogram.record(i);
        }

        assertThat(histogram.count()).isEqualTo(100);
        assertThat(histogram.meanNanos()).isEqualTo(50.5);
        assertThat(histogram.minNanos()).isEqualTo(1);
        assertThat(histogram.maxNanos()).isEqualTo(100);
        assertThat(histogram.quantileNanos(0)).isEqualTo(1);
        assertThat(histogram.quantileNanos(0.5)).isEqualTo(50);
        assertThat(histogram.quantileNanos(0.501)).isEqualTo(51);
        assertThat(histogram.quantileNanos(0.99)).isEqualTo(99);
        assertThat(histogram.quantileNanos(1)).isEqualTo(100);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 30)
    void quantilesExceedTheNearestRankByAtMostOnePerMill(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LatencyHistogram histogram = new LatencyHistogram();
        long[] latencies = new long[1 + random.nextInt(2_000)];
        long sum = 0;
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] = random.nextLong(1L << random.nextInt(1, 50));
            sum += latencies[i];
            histogram.record(latencies[i]);
        }
        Arrays.sort(latencies);

        assertThat(histogram.meanNanos()).isEqualTo((double) sum / latencies.length);
        assertThat(histogram.maxNanos()).isEqualTo(latencies[latencies.length - 1]);
        for (double p : new double[] {0.01, 0.5, 0.9, 0.99, 0.999, 1}) {
            long exact = latencies[Math.max(0, (int) Math.ceil(p * latencies.length) - 1)];
            assertThat(histogram.quantileNanos(p)).isBetween(exact, exact + exact / 1000);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 10)
    void mergedPartsEqualTheWholeInAnyOrder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LatencyHistogram whole = new LatencyHistogram();
        LatencyHistogram[] parts = new LatencyHistogram[4];
        Arrays.setAll(parts, i -> new LatencyHistogram());
        for (int i = 0; i < 1_000; i++) {
            long latency = random.nextLong(1L << random.nextInt(1, 60));
            whole.record(latency);
            parts[random.nextInt(3)].record(latency); // the last stays empty
        }
        LatencyHistogram forwards = new LatencyHistogram();
        LatencyHistogram backwards = new LatencyHistogram();
        for (int i = 0; i < parts.length; i++) {
            forwards.merge(parts[i]);
            backwards.merge(parts[parts.length - 1 - i]);
        }

        for (LatencyHistogram merged : new LatencyHistogram[] {forwards, backwards}) {
            assertThat(merged.listBins()).isEqualTo(whole.listBins());
            assertThat(merged.meanNanos()).isEqualTo(whole.meanNanos());
            assertThat(merged.minNanos()).isEqualTo(whole.minNanos());
            assertThat(merged.maxNanos()).isEqualTo(whole.maxNanos());
        }
    }

    @Test
    void theSumDoesNotOverflow() {
        LatencyHistogram histogram = new LatencyHistogram();
        long century = 100L * 365 * 86_400 * 1_000_000_000L;

        for (int i = 0; i < 1_000; i++) {
            histogram.record(century);
        }

        assertThat(histogram.meanNanos()).isEqualTo((double) century);
    }

    @Test
    void binsAddUpToTheCount() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.record(0);
        histogram.record(5_000_000);
        histogram.record(5_000_001);

        assertThat(histogram.listBins())
                .containsExactly(new LatencyHistogram.Bin(0, 1), new LatencyHistogram.Bin(5_001_215, 2));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        LatencyHistogram histogram = new LatencyHistogram();

        assertThatThrownBy(histogram::meanNanos).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> histogram.quantileNanos(0.5)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> histogram.record(-1)).hasMessageContaining("-1 ns");
        histogram.record(1);
        assertThatThrownBy(() -> histogram.quantileNanos(99)).hasMessageContainingAll("99.0", "percent");
    }

    @Test
    void severalQuantilesAreThoseAskedForOneByOne() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (long i = 1; i <= 997; i++) {
            histogram.record(i * i * 1000);
        }
        List<Double> probabilities = List.of(0.0, 0.001, 0.5, 0.5, 0.9, 0.999, 1.0);

        assertThat(histogram.quantilesNanos(probabilities))
                .isEqualTo(probabilities.stream().map(histogram::quantileNanos).toList())
                .isSorted()
                .last()
                .isEqualTo(histogram.maxNanos());
        assertThatThrownBy(() -> histogram.quantilesNanos(List.of(0.5, 0.4))).hasMessageContaining("below");
    }
}
