package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;

import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class LeastLoadedTest {

    @Test
    void waitingAndRunningCountAlikeAndDistanceDoesNot() {
        ScriptedStream noDraws = new ScriptedStream();
        RoutingPolicy policy = LeastLoaded.TYPE.create(noDraws);
        FakeCandidates candidates = FakeCandidates.of(
                edge().rtt(1).load(0, 9), //
                edge().rtt(80).load(2, 5),
                edge().rtt(1).load(8, 0));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(1); // 9, 7 and 8
    }

    @Test
    void equalsAreDrawnFrom() {
        ScriptedStream draws = new ScriptedStream(1, 2, 0);
        RoutingPolicy policy = LeastLoaded.TYPE.create(draws);
        FakeCandidates candidates =
                FakeCandidates.of(edge().load(0, 3), edge().load(1, 3), edge().load(2, 1), edge().load(3, 0));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(2); // second of 0, 2, 3
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(3);
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, candidates)).isEqualTo(0);
        assertThat(draws.isUsedUp()).isTrue();
    }
}
