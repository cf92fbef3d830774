package org.tafsim.policies.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;

/** What holds for every shipped harvest policy, whatever it sees. */
class HarvestLawsPropertyTest {

    private static final int DECISIONS = 300;

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void everyDecisionIsAShareAndDependsOnWhatWasSeenAlone(long seed) {
        for (HarvestPolicyType type : ShippedHarvestPolicies.all()) {
            HarvestPolicy first = FakeHarvestView.policy(type, Map.of());
            HarvestPolicy second = FakeHarvestView.policy(type, Map.of());
            SplittableRandom random = new SplittableRandom(seed);
            long seconds = 0;
            for (int i = 0; i < DECISIONS; i++) {
                FakeHarvestView view = view(seconds, random);
                double share = first.ranShare(view);

                assertThat(share).as(type.id()).isBetween(0.0, 1.0);
                assertThat(second.ranShare(view)).as(type.id()).isEqualTo(share);
                seconds += view.periodNanos() / 1_000_000_000L;
            }
        }
    }

    private static FakeHarvestView view(long seconds, SplittableRandom random) {
        double load = random.nextDouble();
        double mean = random.nextDouble();
        double ran = random.nextDouble();
        double missed = random.nextBoolean() ? 0 : random.nextDouble();
        return new FakeHarvestView(
                seconds * 1_000_000_000L,
                random.nextLong(1, 3 * 3600) * 1_000_000_000L,
                load,
                mean,
                Math.max(load, mean),
                ran,
                1 - ran,
                random.nextDouble() * ran,
                missed,
                random.nextDouble(),
                random.nextInt(100));
    }
}
