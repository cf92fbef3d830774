package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;

import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class RandomChoiceTest {

    @Test
    void takesTheCandidateDrawn() {
        ScriptedStream draws = new ScriptedStream(2, 0);
        RoutingPolicy policy = RandomChoice.TYPE.create(draws);
        FakeCandidates three = FakeCandidates.of(edge(), edge().load(9, 9), edge());

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, three)).isEqualTo(2);
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, three)).isEqualTo(0);
    }

    /** Chi-square with 3 degrees of freedom: above 16.27 in one of a thousand seeds; this seed is fixed. */
    @Test
    void everyCandidateHasTheSameChance() {
        RoutingPolicy policy = FakeContext.policy("random");
        FakeCandidates four = FakeCandidates.of(edge(), edge(), edge(), edge());
        int draws = 40_000;
        int[] counts = new int[4];
        for (int i = 0; i < draws; i++) {
            counts[policy.route(FakeRequest.OF_FIRST_APP, four)]++;
        }

        double expected = draws / 4.0;
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(16.27);
    }
}
