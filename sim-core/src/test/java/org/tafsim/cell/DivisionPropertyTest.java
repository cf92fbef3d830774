package org.tafsim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.model.NetworkSlice;
import org.tafsim.testing.SeedSource;

/** What holds of any division: INV-N1 and that nothing is wasted. */
class DivisionPropertyTest {
    private static final double EPSILON = 1e-12;

    private final List<NetworkSlice> slices = new ArrayList<>();
    private int[] transfers = {};
    private double[] shares = {};
    private double userShare;
    private double background;

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 300)
    void everySliceHasBetweenItsGuaranteeAndWhatItWantsAndNothingIsLeftThatSomebodyWants(long seed) {
        divide(seed);

        double used = 0;
        double floors = 0;
        boolean isSomebodyHungry = false;
        for (int i = 0; i < slices.size(); i++) {
            double want = Math.min(slices.get(i).maximumShare(), transfers[i] * userShare);
            double floor = Math.min(slices.get(i).guaranteedShare(), want);
            assertThat(shares[i]).isBetween(floor - EPSILON, want + EPSILON);
            used += shares[i];
            floors += floor;
            isSomebodyHungry |= shares[i] < want - EPSILON;
        }
        double room = Math.max(1 - background, floors);
        assertThat(used).isLessThanOrEqualTo(room + EPSILON);
        if (isSomebodyHungry) {
            assertThat(used).isCloseTo(room, within(EPSILON));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @SeedSource(count = 300)
    void amongTheOthersTheOnesBetweenTheirBoundsHaveTheSameForEachWeight(long seed) {
        divide(seed);

        double level = Double.NaN;
        for (int i = 0; i < slices.size(); i++) {
            NetworkSlice slice = slices.get(i);
            double want = Math.min(slice.maximumShare(), transfers[i] * userShare);
            boolean isBetween = shares[i] > slice.guaranteedShare() + EPSILON && shares[i] < want - EPSILON;
            if (!slice.isStrict() && isBetween) {
                double mine = shares[i] / (transfers[i] * slice.weight());
                assertThat(mine).isCloseTo(Double.isNaN(level) ? mine : level, within(EPSILON));
                level = mine;
            }
        }
    }

    private void divide(long seed) {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(5);
        double left = 1;
        transfers = new int[count];
        for (int i = 0; i < count; i++) {
            double guaranteed = random.nextBoolean() ? 0 : left * random.nextDouble() * 0.9;
            left -= guaranteed;
            double maximum = guaranteed + (1 - guaranteed) * random.nextDouble();
            slices.add(new NetworkSlice(
                    "s" + i,
                    guaranteed,
                    random.nextBoolean() ? 1 : Math.max(maximum, 0.01),
                    random.nextInt(4) == 0,
                    0.1 + 5 * random.nextDouble(),
                    OptionalInt.empty()));
            transfers[i] = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(20);
        }
        userShare = random.nextBoolean() ? 1 : 0.01 + 0.99 * random.nextDouble();
        background = random.nextBoolean() ? 0 : 0.95 * random.nextDouble();
        shares = new double[count];
        new Division(slices, userShare, background).divide(transfers, shares);
    }
}
