package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class PowerOfDTest {

    private static final FakeCandidates FOUR =
            FakeCandidates.of(edge().load(0, 9), edge().load(0, 4), edge().load(0, 5), edge().load(0, 0));

    @Test
    void takesTheLeastLoadedOfThoseDrawn() {
        // The last takes the place of the one drawn: 0 of 0 1 2 3, 1 of 3 1 2, 2 of 3 2
        RoutingPolicy policy = PowerOfD.TYPE.create(new ScriptedStream(0, 1, 1));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FOUR)).isEqualTo(1); // 0: 9, 1: 4, 2: 5
    }

    @Test
    void withOneItIsRandom() {
        RoutingPolicy policy = PowerOfD.TYPE.create(new ScriptedStream(Map.of("d", "1"), 0, 3));

        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FOUR)).isZero();
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FOUR)).isEqualTo(3);
    }

    /** The one with three of four cards is drawn three times of four: within four standard deviations. */
    @Test
    void chancesCanBeAsTheMemory() {
        RoutingPolicy policy = FakeContext.policy("power-of-d", Map.of("d", "1", "chances", "memory"));
        FakeCandidates candidates = FakeCandidates.of(edge(), edge().cards(3));
        int draws = 10_000;
        int heavy = 0;
        for (int i = 0; i < draws; i++) {
            heavy += policy.route(FakeRequest.OF_FIRST_APP, candidates);
        }

        assertThat((double) heavy / draws).isBetween(0.75 - 4 * 0.00433, 0.75 + 4 * 0.00433);
    }

    @Test
    void anythingElseIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeContext.policy("power-of-d", Map.of("d", "0")))
                .withMessage("The policy power-of-d, parameter 'd': \"0\" is no whole number of candidates from 1;"
                        + " expected e.g. \"3\".");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeContext.policy("power-of-d", Map.of("chances", "memry")))
                .withMessage("The policy power-of-d, parameter 'chances': expected even or memory, found \"memry\"."
                        + " Maybe 'memory'?");
    }
}
