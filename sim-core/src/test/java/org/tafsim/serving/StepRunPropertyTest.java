package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.testing.SeedSource;

class StepRunPropertyTest {
    private static final BigInteger TICKS_PER_NANO = BigInteger.TWO.pow(IterationTime.TICK_BITS);

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void boundariesAreThoseOfOneStepAfterTheOther(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StepRun run = new StepRun();
        long start = random.nextLong(1L << 50);
        run.startAt(start);
        BigInteger clock = BigInteger.valueOf(start).multiply(TICKS_PER_NANO);
        for (int part = 0; part < 20; part++) {
            long first = 1 + random.nextLong(1L << random.nextInt(20, 52));
            long increase = random.nextLong(1L << random.nextInt(1, 40));
            run.begin(first, increase, 1 + random.nextInt(200));
            int cut = 1 + random.nextInt(run.steps());
            for (int step = 1; step <= cut; step++) {
                long beforeStep = nanos(clock);
                clock = clock.add(BigInteger.valueOf(first + (step - 1) * increase));

                assertThat(run.boundaryNanos(step)).isEqualTo(nanos(clock));
                requireFoundBetween(run, step, beforeStep, nanos(clock), random);
            }
            run.cut(cut);
            run.finish();
        }
    }

    /** Looks for boundaries at random times after the one before this step and up to the one after it. */
    private static void requireFoundBetween(StepRun run, int step, long before, long after, SplittableRandom random) {
        if (after > before) {
            long now = 1 + random.nextLong(before, after);

            assertThat(run.stepsToBoundaryFrom(now)).isEqualTo(step);
            assertThat(run.stepsBy(now - 1)).isEqualTo(step - 1);
            assertThat(run.boundaryNanos(run.stepsBy(after))).isEqualTo(after);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void aRunEndsBeforeItsTicksOverflow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StepRun run = new StepRun();
        long first = 1 + random.nextLong(1L << random.nextInt(40, 61));
        long increase = random.nextLong(1L << 30);

        run.begin(first, increase, 1_000_000);

        BigInteger n = BigInteger.valueOf(run.steps());
        BigInteger total = n.multiply(BigInteger.valueOf(first))
                .add(n.multiply(n.subtract(BigInteger.ONE)).shiftRight(1).multiply(BigInteger.valueOf(increase)));
        assertThat(run.steps()).isPositive();
        assertThat(total).isLessThanOrEqualTo(BigInteger.valueOf(IterationTime.MAX_TICKS));
    }

    private static long nanos(BigInteger ticks) {
        return ticks.add(TICKS_PER_NANO)
                .subtract(BigInteger.ONE)
                .divide(TICKS_PER_NANO)
                .longValueExact();
    }
}
