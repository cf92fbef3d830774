package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.FeedForward;
import org.tafsim.model.Parallelism;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.testing.SeedSource;

/** Whole experts on accelerators that wait for the busiest of them. */
class ExpertSpreadPropertyTest {
    private static final int MOST_TOKENS = 2_048;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 200)
    void theBusiestGetsNoLessThanTheMeanNoMoreThanThereIsAndMoreWithMoreTokens(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int experts = 3 + random.nextInt(254);
        int active = 1 + random.nextInt(Math.min(16, experts - 1));
        int cards = 2 + random.nextInt(Math.min(63, experts - 1));
        ExpertSpread spread = spread(experts, active, cards);
        int held = (experts + cards - 1) / cards;
        double pairs = 0;
        double distinct = 0;
        for (int tokens = 1; tokens <= MOST_TOKENS; tokens++) {
            double taken = 1 - Math.pow(1 - (double) active / experts, tokens);

            assertThat(spread.pairs(tokens))
                    .isGreaterThan(pairs)
                    .isGreaterThanOrEqualTo((double) tokens * active / cards * (1 - 1e-12))
                    .isLessThanOrEqualTo((double) tokens * Math.min(active, held));
            assertThat(spread.distinct(tokens))
                    .isGreaterThanOrEqualTo(distinct * (1 - 1e-14))
                    .isGreaterThanOrEqualTo(experts * taken / cards * (1 - 1e-12))
                    .isLessThanOrEqualTo(Math.min(held, spread.pairs(tokens)));
            pairs = spread.pairs(tokens);
            distinct = spread.distinct(tokens);
        }
    }

    /** Tokens that take experts at random; the mean over 300 layers of what the busiest of the accelerators gets. Few pairs are no Gaussian. */
    @ParameterizedTest
    @CsvSource({"8, 2, 2", "8, 2, 8", "128, 8, 4", "128, 4, 8", "256, 8, 8", "128, 8, 64"})
    void randomRoutingGivesTheBusiestHardlyMoreAndNotMuchLess(int experts, int active, int cards) {
        ExpertSpread spread = spread(experts, active, cards);
        SplittableRandom random = new SplittableRandom(7);
        for (int tokens : new int[] {1, 2, 4, 16, 64, 256}) {
            Routed mean = Routed.mean(random, 300, tokens, experts, active, cards);

            assertThat(spread.pairs(tokens)).isBetween(0.85 * mean.pairs, 1.35 * mean.pairs);
            assertThat(spread.distinct(tokens)).isBetween(0.85 * mean.distinct, 1.35 * mean.distinct);
        }
    }

    /** 128 experts on 8 accelerators, 8 active, 64 tokens: 64 pairs ± 7.48 in the mean, √(2 ln 8) = 2.039 of these more. */
    @Test
    void theBusiestOfEightGetsTwoDeviationsMore() {
        ExpertSpread spread = spread(128, 8, 8);

        assertThat(spread.pairs(64)).isBetween(79.25, 79.27);
        assertThat(spread.distinct(64)).isEqualTo(16);
        assertThat(spread.distinct(4)).isBetween(7.05, 7.07); // 3.64 of 16, and 2.039 · √(16 · 0.2275 · 0.7725)
    }

    private static ExpertSpread spread(int experts, int active, int cards) {
        ReplicaSpec replica = ServingSpecs.replica(
                ServingSpecs.withFeedForward(
                        ServingSpecs.QWEN3_30B_A3B, new FeedForward(768, 3, experts, active, 0, 0, 0)),
                ServingSpecs.H100,
                1,
                BatchLimits.DEFAULT);
        return new ExpertSpread(ServingSpecs.with(replica, new Parallelism(cards, 1, true)));
    }

    /** What the busiest accelerator gets. */
    private record Routed(double pairs, double distinct) {

        static Routed mean(SplittableRandom random, int layers, int tokens, int experts, int active, int cards) {
            double pairs = 0;
            double distinct = 0;
            for (int layer = 0; layer < layers; layer++) {
                int[] takers = takers(random, tokens, experts, active);
                int[] pairsOf = new int[cards];
                int[] distinctOf = new int[cards];
                for (int expert = 0; expert < experts; expert++) {
                    pairsOf[expert % cards] += takers[expert];
                    distinctOf[expert % cards] += Math.min(1, takers[expert]);
                }
                pairs += Arrays.stream(pairsOf).max().orElseThrow();
                distinct += Arrays.stream(distinctOf).max().orElseThrow();
            }
            return new Routed(pairs / layers, distinct / layers);
        }

        /** How many tokens take each expert. */
        private static int[] takers(SplittableRandom random, int tokens, int experts, int active) {
            int[] takers = new int[experts];
            int[] order = new int[experts];
            Arrays.setAll(order, i -> i);
            for (int token = 0; token < tokens; token++) {
                for (int i = 0; i < active; i++) {
                    int other = i + random.nextInt(experts - i);
                    int chosen = order[other];
                    order[other] = order[i];
                    order[i] = chosen;
                    takers[chosen]++;
                }
            }
            return takers;
        }
    }
}
