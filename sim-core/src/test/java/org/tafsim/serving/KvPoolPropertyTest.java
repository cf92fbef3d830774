package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

/** The pool counts contexts by residue; here is one that looks at every context. */
class KvPoolPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void growthIsThatOfEveryContextByItself(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int block = 1 + random.nextInt(20);
        KvPool pool = new KvPool(2_000 + random.nextInt(2_000), block);
        List<Integer> contexts = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            change(pool, contexts, random);
            int steps = random.nextInt(50);

            int lasting = pool.stepsUntilExhausted(steps);

            assertThat(lasting).isEqualTo(lastingSteps(pool, contexts, block, steps));
            assertThat(pool.growthOver(lasting)).isEqualTo(held(contexts, block, lasting) - held(contexts, block, 0));
            pool.grow(lasting);
            contexts.replaceAll(context -> context + lasting);
            assertThat(pool.used()).isEqualTo(held(contexts, block, 0));
            assertThat(pool.nextGrowth()).isEqualTo(held(contexts, block, 1) - held(contexts, block, 0));
        }
    }

    private static void change(KvPool pool, List<Integer> contexts, SplittableRandom random) {
        if (!contexts.isEmpty() && random.nextInt(3) == 0) {
            int context = contexts.remove(random.nextInt(contexts.size()));
            pool.stopGrowth(context);
            pool.giveBack(pool.blocksOf(context));
        } else {
            int context = 1 + random.nextInt(100);
            if (pool.blocksOf(context) <= pool.free()) {
                pool.take(pool.blocksOf(context));
                pool.startGrowth(context);
                contexts.add(context);
            }
        }
    }

    private static int lastingSteps(KvPool pool, List<Integer> contexts, int block, int maxSteps) {
        int steps = 0;
        while (steps < maxSteps && held(contexts, block, steps + 1) <= pool.blocks()) {
            steps++;
        }
        return steps;
    }

    private static int held(List<Integer> contexts, int block, int stepsAhead) {
        return contexts.stream()
                .mapToInt(context -> (context + stepsAhead + block - 1) / block)
                .sum();
    }
}
