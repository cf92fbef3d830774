package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.model.ServedReplica;
import org.tafsim.policy.EvictionPolicy;
import org.tafsim.policy.EvictionPolicyType;
import org.tafsim.policy.LoadedReplicaView;

class EvictionPoliciesTest {

    private record Loaded(
            int replicaIndex,
            double idleSeconds,
            double loadedSeconds,
            long requests,
            long memoryBytes,
            double startSeconds)
            implements LoadedReplicaView {
        @Override
        public ServedReplica replica() {
            return Candidate.edge().replica();
        }
    }

    private static final Loaded OLD_AND_BUSY = new Loaded(0, 5, 500, 100, 20_000_000_000L, 40);
    private static final Loaded IDLE = new Loaded(1, 90, 100, 10, 10_000_000_000L, 20);
    private static final Loaded LARGE = new Loaded(2, 20, 50, 20, 80_000_000_000L, 60);

    private static void goesFirst(String id, Loaded first, Loaded... others) {
        EvictionPolicy policy = RolePoliciesTest.policy(EvictionPolicyType.class, id, Map.of());
        for (Loaded other : others) {
            assertThat(policy.keepValue(first)).isLessThan(policy.keepValue(other));
        }
    }

    @Test
    void eachHasItsReason() {
        goesFirst("lru", IDLE, OLD_AND_BUSY, LARGE);
        goesFirst("lfu", IDLE, OLD_AND_BUSY, LARGE);
        goesFirst("fifo", OLD_AND_BUSY, IDLE, LARGE);
        goesFirst("largest", LARGE, OLD_AND_BUSY, IDLE);
    }

    /** 100 x 40 / 20 = 200; 10 x 20 / 10 = 20; 20 x 60 / 80 = 15. */
    @Test
    void greedyDualWeighsUseAndStartAgainstMemory() {
        goesFirst("greedy-dual", LARGE, IDLE, OLD_AND_BUSY);
        goesFirst("greedy-dual", IDLE, OLD_AND_BUSY);
    }

    /** The large one goes at 15: what is used from then on is worth 15 more, what is not stays as it was. */
    @Test
    void whatIsNotUsedAnyMoreGoesAtLast() {
        EvictionPolicy policy = RolePoliciesTest.policy(EvictionPolicyType.class, "greedy-dual", Map.of());
        Loaded small = new Loaded(3, 1, 10, 1, 10_000_000_000L, 15);
        Loaded smallUsed = new Loaded(3, 1, 10, 2, 10_000_000_000L, 15);

        assertThat(policy.keepValue(IDLE)).isEqualTo(20);
        assertThat(policy.keepValue(small)).isEqualTo(1.5);
        policy.onEvicted(LARGE);
        assertThat(policy.keepValue(IDLE)).isEqualTo(20);
        assertThat(policy.keepValue(smallUsed)).isEqualTo(15 + 3);
    }
}
