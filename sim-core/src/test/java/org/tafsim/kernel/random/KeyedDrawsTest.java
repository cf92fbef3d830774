package org.tafsim.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

/** A small battery. Every bound is a 0.05 % tail, two-sided where too even is as suspect as too uneven. */
class KeyedDrawsTest {
    private static final double TAIL = 0.0005;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 3)
    void consecutiveKeysAreUniform(long seed) {
        KeyedDraws draws = new RandomStreams(seed, 0).keyed("length");
        int[] counts = new int[1024];

        for (long key = 0; key < 1_000_000; key++) {
            counts[(int) (draws.uniform(key, 0) * counts.length)]++;
        }

        assertEven(counts);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 3)
    void theLowBitsAreUniformToo(long seed) {
        KeyedDraws draws = new RandomStreams(seed, 0).keyed("length");
        int[] counts = new int[1024];

        for (long key = 0; key < 1_000_000; key++) {
            counts[(int) draws.bits(key, 0) & 1023]++;
        }

        assertEven(counts);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 3)
    void neighborsAreIndependentInPairs(long seed) {
        RandomStreams streams = new RandomStreams(seed, 0);
        KeyedDraws draws = streams.keyed("length");
        KeyedDraws otherPurpose = streams.keyed("priority");
        KeyedDraws otherReplication = new RandomStreams(seed, 1).keyed("length");
        KeyedDraws otherSeed = new RandomStreams(seed + 1, 0).keyed("length");
        int[][] counts = new int[5][32 * 32];

        for (long key = 0; key < 500_000; key++) {
            int row = 32 * (int) (draws.uniform(key, 0) * 32);
            counts[0][row + (int) (draws.uniform(key + 1, 0) * 32)]++;
            counts[1][row + (int) (draws.uniform(key, 1) * 32)]++;
            counts[2][row + (int) (otherPurpose.uniform(key, 0) * 32)]++;
            counts[3][row + (int) (otherReplication.uniform(key, 0) * 32)]++;
            counts[4][row + (int) (otherSeed.uniform(key, 0) * 32)]++;
        }

        for (int[] pairs : counts) {
            assertEven(pairs);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 3)
    void neighborsAreUncorrelated(long seed) {
        KeyedDraws draws = new RandomStreams(seed, 0).keyed("length");
        int n = 200_000;
        double[] here = new double[n];
        double[] nextKey = new double[n];
        double[] nextDraw = new double[n];
        for (int key = 0; key < n; key++) {
            here[key] = draws.uniform(key, 0);
            nextKey[key] = draws.uniform(key + 1, 0);
            nextDraw[key] = draws.uniform(key, 1);
        }

        PearsonsCorrelation pearson = new PearsonsCorrelation();
        double bound = 3.5 / Math.sqrt(n);

        assertThat(pearson.correlation(here, nextKey)).isBetween(-bound, bound);
        assertThat(pearson.correlation(here, nextDraw)).isBetween(-bound, bound);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 3)
    void everyInputBitFlipsHalfOfTheOutputBits(long seed) {
        KeyedDraws draws = new RandomStreams(seed, 0).keyed("length");
        int trials = 2_000;

        for (int inputBit = 0; inputBit < 64; inputBit++) {
            long flipped = 0;
            for (long key = 0; key < trials; key++) {
                flipped += Long.bitCount(draws.bits(key, 0) ^ draws.bits(key ^ (1L << inputBit), 0));
            }
            double share = flipped / (64.0 * trials);

            assertThat(share).as("input bit %d", inputBit).isBetween(0.49, 0.51);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 2)
    void birthdaySpacingsRepeatAsOftenAsChanceSays(long seed) {
        KeyedDraws draws = new RandomStreams(seed, 0).keyed("birthdays");
        int birthdays = 4096; // on 2^32 days: repeats are Poisson with mean 4096^3 / (4 · 2^32) = 4
        int[] counts = new int[13];
        for (int trial = 0; trial < 500; trial++) {
            counts[Math.min(repeatedSpacings(draws, trial, birthdays), 12)]++;
        }

        PoissonDistribution poisson = new PoissonDistribution(null, 4, 1e-12, 1000);
        double[] probabilities = new double[13];
        Arrays.setAll(probabilities, poisson::probability);
        probabilities[12] = 1 - poisson.cumulativeProbability(11);

        assertThat(ChiSquare.of(counts, probabilities)).isLessThan(ChiSquare.quantile(counts, 1 - TAIL));
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 5)
    void orderDoesNotMatter(long seed) {
        KeyedDraws draws = new RandomStreams(seed, 0).keyed("length");
        double first = draws.uniform(5, 0);
        draws.uniform(4, 9);

        assertThat(draws.uniform(5, 0)).isEqualTo(first);
        assertThat(new RandomStreams(seed, 0).keyed("length").uniform(5, 0)).isEqualTo(first);
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 2)
    void drawsLieStrictlyBetweenZeroAndOne(long seed) {
        assertThat(KeyedDraws.uniformOf(0)).isGreaterThan(0);
        assertThat(KeyedDraws.uniformOf(-1)).isLessThan(1);
        assertThat(KeyedDraws.uniformOf(seed)).isEqualTo(0x1p-53);
    }

    private static int repeatedSpacings(KeyedDraws draws, int trial, int birthdays) {
        long[] days = new long[birthdays];
        Arrays.setAll(days, i -> draws.bits(i, trial) >>> 32);
        Arrays.sort(days);
        long[] spacings = new long[birthdays];
        spacings[0] = days[0] + (1L << 32) - days[birthdays - 1];
        for (int i = 1; i < birthdays; i++) {
            spacings[i] = days[i] - days[i - 1];
        }
        Arrays.sort(spacings);
        int repeats = 0;
        for (int i = 1; i < birthdays; i++) {
            repeats += spacings[i] == spacings[i - 1] ? 1 : 0;
        }
        return repeats;
    }

    private static void assertEven(int[] counts) {
        assertThat(ChiSquare.of(counts))
                .isBetween(ChiSquare.quantile(counts, TAIL), ChiSquare.quantile(counts, 1 - TAIL));
    }
}
