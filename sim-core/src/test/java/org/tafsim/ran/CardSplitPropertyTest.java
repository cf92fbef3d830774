package org.tafsim.ran;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanSharing;
import org.tafsim.testing.SeedSource;

/** Whatever is asked for, and when: INV-R1 and INV-R2. */
class CardSplitPropertyTest {

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 500)
    void ranKeepsItsReservationAndBothTogetherAreAtMostTheCard(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double reservation = random.nextBoolean() ? random.nextInt(0, 11) / 10.0 : random.nextDouble();
        CardSplit split = CardSplit.of(anyMode(random), reservation);

        long now = 0;
        for (int i = 0; i < 300; i++) {
            now += random.nextInt(0, 40);
            if (random.nextBoolean()) {
                split.want(now, random.nextDouble());
            } else {
                split.advance(now);
            }
            ShareLaws.check(now, "hub", split, reservation);
            assertThat(split.nextChangeNanos()).isGreaterThan(now);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 500)
    void ranHasWhatItAsksForWhenItAsksLongEnough(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RanSharing mode = anyMode(random);
        CardSplit split = CardSplit.of(mode, 0);
        long now = 0;
        for (int i = 0; i < 20; i++) {
            split.want(now += random.nextInt(0, 40), random.nextDouble());
        }

        double wanted = random.nextDouble();
        for (int i = 0; i < 20; i++) {
            split.want(now += 1_000, wanted);
        }

        assertThat(split.nextChangeNanos()).isEqualTo(Long.MAX_VALUE);
        assertThat(split.ranShare()).isGreaterThanOrEqualTo(wanted);
    }

    /** Fixed slices are left out: they give what they have. */
    private static RanSharing anyMode(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> new RanSharing.Dedicated();
            case 1 -> anySlices(random);
            case 2 -> new RanSharing.TimeSliced(RanInterference.IN_TURNS);
            case 3 -> new RanSharing.Mps(random.nextInt(2, 200), RanInterference.SIDE_BY_SIDE);
            default ->
                new RanSharing.Pooled(
                        random.nextInt(2, 30), random.nextDouble(0.3, 1), random.nextDouble(), random.nextInt(0, 100));
        };
    }

    private static RanSharing anySlices(SplittableRandom random) {
        List<RanSharing.Slice> slices = new ArrayList<>();
        for (int seventh = random.nextInt(1, 8); seventh < 7; seventh += random.nextInt(1, 3)) {
            double ran = seventh / 7.0;
            slices.add(new RanSharing.Slice(ran, random.nextDouble(0, 1 - ran)));
        }
        slices.add(new RanSharing.Slice(1, 0));
        return new RanSharing.DynamicSlice(slices, random.nextInt(0, 100), random.nextInt(1, 50));
    }
}
