package org.tafsim.ran;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.Carrier;
import org.tafsim.model.CellSpec;
import org.tafsim.model.L1Demand;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;
import org.tafsim.testing.SeedSource;

/** On random sites: more to do, more beside it or less to do it with never means fewer misses. */
class MissModelPropertyTest {
    private static final int STEPS = 200;

    /** What equations may lose in their last digits. */
    private static final double ROUNDING = 1e-12;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void neverFallsWithLoad(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MissModel model = new MissModel(anySite(random));
        double share = random.nextDouble(0.02, 1);
        double coLoad = random.nextDouble();

        double before = 0;
        for (int i = 0; i <= STEPS; i++) {
            double miss = model.missProbability(share, (double) i / STEPS, coLoad);
            assertThat(miss).isBetween(before * (1 - ROUNDING), 1 + ROUNDING);
            before = miss;
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void neverFallsWithTheLoadOfAi(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MissModel model = new MissModel(anySite(random));
        double share = random.nextDouble(0.02, 1);
        double load = random.nextDouble();

        double before = 0;
        for (int i = 0; i <= STEPS; i++) {
            double miss = model.missProbability(share, load, (double) i / STEPS);
            assertThat(miss).isBetween(before * (1 - ROUNDING), 1 + ROUNDING);
            before = miss;
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 100)
    void neverRisesWithTheShare(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MissModel model = new MissModel(anySite(random));
        double load = random.nextDouble();
        double coLoad = random.nextDouble();

        double before = 1;
        for (int i = 0; i <= STEPS; i++) {
            double miss = model.missProbability((double) i / STEPS, load, coLoad);
            assertThat(miss).isBetween(0.0, before * (1 + ROUNDING));
            before = miss;
        }
    }

    private static RanSpec anySite(SplittableRandom random) {
        int downlinkSlots = random.nextInt(0, CellSpec.PATTERN_SLOTS + 1);
        List<CellSpec> cells = new ArrayList<>();
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            Carrier carrier = new Carrier(random.nextInt(10, 274), 1, random.nextInt(1, 17), random.nextInt(1, 9));
            cells.add(new CellSpec("c" + i, List.of(carrier), downlinkSlots, RanSpecs.DAY));
        }
        L1Demand demand = new L1Demand(
                "any",
                random.nextDouble(0, 20e-6),
                random.nextDouble(1e-9, 1e-7),
                random.nextDouble(1e-9, 1e-7),
                random.nextInt(1, 20),
                "test");
        RanInterference interference = new RanInterference(
                random.nextDouble(0, 0.5), random.nextDouble(1e-6, 30e-6), random.nextDouble(0, 100e-6));
        long deadline = random.nextBoolean() ? 500_000 : random.nextLong(500_000, 1_500_000);
        return new RanSpec("hub", cells, demand, deadline, new RanSharing.TimeSliced(interference), 0, RanSpecs.SECOND);
    }
}
