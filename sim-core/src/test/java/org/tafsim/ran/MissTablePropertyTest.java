package org.tafsim.ran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;
import org.tafsim.testing.SeedSource;

/** The table says what the model says, to a few percent, and never falls with a load. */
class MissTablePropertyTest {

    private static final double LEAST = 1e-10;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void chancesAreThoseOfTheModel(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RanSpec spec = any(random);
        MissModel model = new MissModel(spec);
        MissTable table = new MissTable(spec);

        for (int i = 0; i < 200; i++) {
            double share = (1 + random.nextInt(100)) / 100.0;
            double load = random.nextDouble(0.01, 1); // below, the first grant makes a step that no line follows
            double coLoad = random.nextDouble();
            double exact = model.missProbability(share, load, coLoad);
            if (exact > LEAST) {
                assertThat(table.missProbability(share, load, coLoad))
                        .as("share %s, load %s, AI %s", share, load, coLoad)
                        .isCloseTo(exact, within(0.05 * exact));
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 50)
    void theyNeverFallWithALoadAndNeverRiseWithTheShare(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MissTable table = new MissTable(any(random));

        for (int i = 0; i < 200; i++) {
            double share = random.nextDouble(0.01, 1);
            double load = random.nextDouble();
            double coLoad = random.nextDouble();
            double chance = table.missProbability(share, load, coLoad);
            double more = load + (1 - load) * random.nextDouble();
            double larger = share + (1 - share) * random.nextDouble();
            assertThat(table.missProbability(share, more, coLoad)).isGreaterThanOrEqualTo(chance * (1 - 1e-9));
            assertThat(table.missProbability(share, load, coLoad + (1 - coLoad) * random.nextDouble()))
                    .isGreaterThanOrEqualTo(chance * (1 - 1e-9));
            assertThat(table.missProbability(larger, load, coLoad)).isLessThanOrEqualTo(chance * (1 + 1e-9));
        }
    }

    /** With the share that is needed no more miss than may; with a hundredth less, more, or it is no share. */
    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 30)
    void theShareThatIsNeededIsEnough(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RanSpec spec = any(random);
        MissTable table = new MissTable(spec);
        double load = random.nextDouble();

        double need = table.need(load);

        MissModel model = new MissModel(spec);
        double target = spec.control().missTarget();
        assertThat(need == 1 || model.missProbability(need, load, 1) <= target).isTrue();
        double less = need - 0.02; // one for rounding up the share, one for the load
        assertThat(less <= 0 || model.missProbability(less, load, 1) > target * 0.99)
                .isTrue();
    }

    private static RanSpec any(SplittableRandom random) {
        RanSharing sharing = switch (random.nextInt(3)) {
            case 0 -> new RanSharing.FixedSlice(0.5, 0.5);
            case 1 -> new RanSharing.Mps(20, RanInterference.SIDE_BY_SIDE);
            default -> new RanSharing.TimeSliced(RanInterference.IN_TURNS);
        };
        return RanSpecs.alike(1 + random.nextInt(16), sharing);
    }
}
