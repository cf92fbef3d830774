package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;

import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class LatencyGreedyTest {
    private final RoutingPolicy policy = FakeContext.policy("latency-greedy");

    @Test
    void aLongWayCanBeQuickerThanALongQueue() {
        FakeCandidates candidates = FakeCandidates.of(
                edge().rtt(4).ttft(450), //
                edge().rtt(30).ttft(180).breaking(5),
                edge().rtt(90).ttft(210));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(1); // 180 ms
    }

    @Test
    void aStartCountsAsAQueueDoesAndNearestDoesNotLook() {
        FakeCandidates candidates = FakeCandidates.of(
                edge().rtt(4).ttft(60).starting(20_000), edge().rtt(30).ttft(900));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(1);
        assertThat(FakeContext.policy("nearest").route(FakeRequest.OF_FIRST_APP, candidates))
                .isZero();
    }

    @Test
    void ofEqualsTheFirstInScenarioOrder() {
        FakeCandidates candidates = FakeCandidates.of(edge().ttft(70), edge().ttft(50), edge().ttft(50));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(1);
    }

    @Test
    void whatHasNoPredictionIsNotChosen() {
        FakeCandidates candidates =
                FakeCandidates.of(edge().ttft(Double.NaN), edge().ttft(Double.POSITIVE_INFINITY), edge().ttft(9e9));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(2);
    }
}
