package org.tafsim.ran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

class SlotTimeTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 200)
    void theRecursionIsTheSumOverAllGrants(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SlotWork work = new SlotWork(random.nextDouble(0, 1e-4), random.nextDouble(1e-7, 2e-5), random.nextInt(1, 200));
        double load = random.nextDouble();
        double pace = random.nextDouble(1, 5);
        double wait = random.nextDouble(1e-7, 1e-4);
        SlotTime time = new SlotTime(work);

        time.prepare(load, pace, wait);

        for (int i = 0; i < 20; i++) {
            double at = random.nextDouble(0, 2 * pace * (work.fixedSeconds() + work.grants() * work.grainSeconds()));
            double expected = sum(work, load, pace, wait, at);
            assertThat(time.exceeds(at)).isCloseTo(expected, within(1e-10 * expected + 1e-300));
        }
    }

    private static double sum(SlotWork work, double load, double pace, double wait, double at) {
        BinomialDistribution grants = new BinomialDistribution(null, work.grants(), load);
        double sum = 0;
        for (int k = 0; k <= work.grants(); k++) {
            double since = at - pace * (work.fixedSeconds() + k * work.grainSeconds());
            sum += StrictMath.exp(grants.logProbability(k)) * (since < 0 ? 1 : StrictMath.exp(-since / wait));
        }
        return sum;
    }

    @Test
    void withoutLoadOnlyTheWaitIsRandom() {
        SlotTime time = new SlotTime(new SlotWork(100e-6, 10e-6, 6));

        time.prepare(0, 2, 50e-6);

        assertThat(time.exceeds(199e-6)).isEqualTo(1);
        assertThat(time.exceeds(250e-6)).isCloseTo(StrictMath.exp(-1), within(1e-12));
    }

    @Test
    void atFullLoadEveryGrantIsGiven() {
        SlotTime time = new SlotTime(new SlotWork(100e-6, 10e-6, 6));

        time.prepare(1, 1, 20e-6);

        assertThat(time.exceeds(159e-6)).isEqualTo(1);
        assertThat(time.exceeds(180e-6)).isCloseTo(StrictMath.exp(-1), within(1e-12));
    }
}
