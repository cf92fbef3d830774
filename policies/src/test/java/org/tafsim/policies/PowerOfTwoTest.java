package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;

import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class PowerOfTwoTest {

    private static final FakeCandidates FOUR =
            FakeCandidates.of(edge().load(0, 9), edge().load(0, 4), edge().load(0, 4), edge().load(0, 0));

    @Test
    void takesTheLessLoadedOfTheTwoDrawn() {
        RoutingPolicy policy = PowerOfTwo.TYPE.create(new ScriptedStream(0, 0));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FOUR)).isEqualTo(1); // 0 and 1: 9 against 4
    }

    @Test
    void theBestOfAllIsNotSeenUnlessDrawn() {
        RoutingPolicy policy = PowerOfTwo.TYPE.create(new ScriptedStream(2, 0, 2, 2));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FOUR)).isEqualTo(2); // 2 and 0: 4 against 9
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FOUR)).isEqualTo(3); // 2 and 3: 4 against 0
    }

    @Test
    void ofEqualsTheFirstDrawn() {
        RoutingPolicy policy = PowerOfTwo.TYPE.create(new ScriptedStream(2, 1));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FOUR)).isEqualTo(2); // 2 and 1: 4 each
    }

    @Test
    void aSingleCandidateIsTaken() {
        RoutingPolicy policy = PowerOfTwo.TYPE.create(new ScriptedStream(0));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FakeCandidates.of(edge())))
                .isEqualTo(0);
    }
}
