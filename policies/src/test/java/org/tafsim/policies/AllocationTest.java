package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.model.Tier;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** A decision is taken for every request, so it leaves nothing for the garbage collector. */
class AllocationTest {
    private static final int DECISIONS = 1_000;
    private static final FakeCandidates CANDIDATES = FakeCandidates.of(
            Candidate.at(Tier.FAR_EDGE).load(2, 1),
            Candidate.at(Tier.NEAR_EDGE).breaking(1),
            Candidate.at(Tier.REGIONAL).ttft(70),
            Candidate.at(Tier.CLOUD).rtt(40));

    /** By candidate. */
    private static final List<List<FakeOutcome>> OUTCOMES = IntStream.range(0, CANDIDATES.size())
            .mapToObj(replica -> IntStream.range(0, 60)
                    .mapToObj(i -> new FakeOutcome(replica, true, i % 3 != 0, 8_000_000L * i))
                    .toList())
            .toList();

    /** Settings that make a policy do more than its default. */
    private static final Map<String, Map<String, String>> SETTINGS = Map.of(
            "filter-rank",
            Map.of("requirements", "TIER != \"cloud\" & KV_FREE > 0", "rank", "-max(RTT_MS, 1)"),
            "score",
            Map.of(
                    "filters", "when(KV_FREE > 0), within(1 s), skew(site 50)",
                    "prefers", "lawful, room(80 %)",
                    "scores",
                            "queue: 2, kv, token-load(4096), rtt: 3, law: 5, headroom(pack), ratio(0:0 70:10 100:0), spread(tier), tier: -1",
                    "pick", "top:3"),
            "power-of-d",
            Map.of("d", "2", "chances", "memory"));

    @ParameterizedTest
    @MethodSource("org.tafsim.policies.ShippedPolicies#all")
    void decisionsAllocateNothing(RoutingPolicyType type) {
        assumeThat(ManagementFactory.getThreadMXBean()).isInstanceOf(ThreadMXBean.class);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        RoutingPolicy policy = type.create(new FakeContext(SETTINGS.getOrDefault(type.id(), Map.of()), 0));

        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < 3; pass++) { // the first sets up what is set up once
            long before = thread.getCurrentThreadAllocatedBytes();
            decide(policy);
            least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).isZero();
    }

    private static void decide(RoutingPolicy policy) {
        RequestView request = FakeRequest.OF_FIRST_APP;
        for (int i = 0; i < DECISIONS; i++) {
            int chosen = policy.route(request, CANDIDATES);
            policy.onOutcome(
                    OUTCOMES.get(Math.max(0, chosen)).get(i % OUTCOMES.get(0).size()));
        }
    }
}
