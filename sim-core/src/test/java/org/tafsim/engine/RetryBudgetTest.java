package org.tafsim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.RetrySpec;
import org.tafsim.testing.SeedSource;

class RetryBudgetTest {

    private static final long WINDOW = 1000;

    @Test
    void aFifthOfTheArrivalsMayBeTriedAgain() {
        RetryBudget budget = new RetryBudget(new RetrySpec(0.2, 1, 0, WINDOW, 0));
        for (int i = 0; i < 10; i++) {
            budget.arrived(i);
        }

        assertThat(List.of(budget.take(10), budget.take(10), budget.take(10))).containsExactly(true, true, false);
        assertThat(budget.take(10 + WINDOW)).isFalse();
    }

    @ParameterizedTest
    @SeedSource(count = 20)
    void isWhatACountOfAllThatHappenedSays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RetrySpec spec = new RetrySpec(random.nextDouble(), 1, 0, WINDOW, random.nextInt(3));
        RetryBudget budget = new RetryBudget(spec);
        List<Long> arrivals = new ArrayList<>();
        List<Long> retries = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 500; i++) {
            now += random.nextInt(20) == 0 ? random.nextInt(3000) : random.nextInt(60);
            if (random.nextInt(3) > 0) {
                arrivals.add(now);
                budget.arrived(now);
            } else {
                boolean isLeft = since(retries, now) + 1 <= spec.atLeast() + spec.budget() * since(arrivals, now);
                assertThat(budget.take(now)).isEqualTo(isLeft);
                if (isLeft) {
                    retries.add(now);
                }
            }
        }
        assertThat(retries).isNotEmpty();
    }

    /** In this tenth of a window and the nine before. */
    private static long since(List<Long> times, long now) {
        return times.stream().filter(time -> time / 100 > now / 100 - 10).count();
    }
}
