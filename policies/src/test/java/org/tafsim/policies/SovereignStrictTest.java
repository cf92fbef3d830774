package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;

import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class SovereignStrictTest {
    private final RoutingPolicy policy = FakeContext.policy("sovereign-strict");

    @Test
    void theLawGoesBeforeTheClock() {
        FakeCandidates candidates = FakeCandidates.of(
                edge().ttft(50).breaking(1), //
                edge().ttft(900),
                edge().ttft(700));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(2); // 700 ms, none broken
    }

    @Test
    void refusesWhereEveryCandidateBreaksARule() {
        FakeCandidates candidates = FakeCandidates.of(edge().breaking(1), edge().breaking(3));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(RoutingPolicy.REFUSE);
    }
}
