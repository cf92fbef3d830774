package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;

import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class NearestTest {
    private final RoutingPolicy policy = FakeContext.policy("nearest");

    @Test
    void distanceDecidesWhateverTheLoad() {
        FakeCandidates candidates = FakeCandidates.of(
                edge().rtt(9).load(0, 0), //
                edge().rtt(4).load(50, 200).ttft(8000),
                edge().rtt(12).load(0, 0));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(1); // 4 ms
    }

    @Test
    void replicasOfOneSiteShareByRequestsInFlight() {
        FakeCandidates candidates = FakeCandidates.of(
                edge().rtt(4).load(1, 6), //
                edge().rtt(4).load(2, 3),
                edge().rtt(4).load(0, 5));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(1); // 7, 5 and 5 in flight
    }
}
