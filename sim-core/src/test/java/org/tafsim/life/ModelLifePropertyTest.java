package org.tafsim.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.testing.SeedSource;
import umontreal.ssj.rng.RandomStream;

/** INV-L1 and INV-L2 after every event of random lives, and nobody waits for ever. */
class ModelLifePropertyTest {
    private static final long SECOND = LifeBench.SECOND;
    private static final long GB = LifeBench.GB;

    @ParameterizedTest
    @SeedSource(count = 200)
    void theLawsHoldAfterEveryEventAndEveryoneIsServedInTheEnd(long seed) {
        RandomStream random = new RandomStreams(seed, 0).stream("life");
        LifeBench bench = random(random);
        bench.isAudited = true;
        bench.serviceNanos = random.nextInt(0, 30) * SECOND;
        int replicas = bench.atDoor.length;
        for (int i = 0; i < 150; i++) {
            long at = random.nextInt(0, 3000) * SECOND / 2;
            int replica = random.nextInt(0, replicas - 1);
            if (random.nextInt(0, 9) == 0) {
                bench.stopAt(at, replica);
            } else {
                bench.askAt(at, replica);
            }
        }

        bench.run(100_000 * SECOND);

        for (int r = 0; r < replicas; r++) {
            assertThat(bench.atDoor[r]).as("at the door of %d", r).isZero();
            assertThat(bench.life.inService(r)).isZero();
        }
        assertThat(bench.kernel.pendingEvents()).isZero();
    }

    private static LifeBench random(RandomStream random) {
        List<CardGroupSpec> groups = new ArrayList<>();
        for (int g = random.nextInt(0, 1); g >= 0; g--) {
            groups.add(new CardGroupSpec(random.nextInt(1, 3), 24 * GB, random.nextInt(0, 2) * 10L * SECOND));
        }
        List<OnDemandReplica> replicas = new ArrayList<>();
        for (int r = random.nextInt(1, 7); r >= 0; r--) {
            int group = random.nextInt(0, groups.size() - 1);
            int cards = random.nextInt(1, groups.get(group).cards());
            long perCard = random.nextInt(1, 24) * GB;
            replicas.add(new OnDemandReplica(0, group, cards, perCard, random.nextInt(1, 24) * GB));
        }
        return new LifeBench(
                LifeBench.spec(random.nextInt(0, 80), random.nextInt(0, 3) > 0),
                replicas,
                groups,
                new SiteStoreSpec(random.nextInt(0, 3) * 15L * GB, random.nextInt(0, 1) == 0));
    }
}
