package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class WeightedRoundRobinTest {

    /** nginx's example: weights 5, 1, 1 give a a b a c a a. */
    @Test
    void theHeavyOneIsServedOftenAndNeverLongInARow() {
        RoutingPolicy policy = FakeContext.policy("weighted-round-robin");
        FakeCandidates candidates = FakeCandidates.of(edge().cards(5), edge().cards(1), edge().cards(1));

        assertThat(IntStream.range(0, 14).map(i -> policy.route(FakeRequest.OF_FIRST_APP, candidates)))
                .containsExactly(0, 0, 1, 0, 2, 0, 0, 0, 0, 1, 0, 2, 0, 0);
    }

    @Test
    void weightsAreStatedBySiteOrReplicaAndOthersWeighOne() {
        RoutingPolicy policy = FakeContext.policy("weighted-round-robin", Map.of("weights", "bonn: 2"));
        FakeCandidates candidates = FakeCandidates.of(edge().site("aachen"), edge().site("bonn"));

        assertThat(IntStream.range(0, 6).map(i -> policy.route(FakeRequest.OF_FIRST_APP, candidates)))
                .containsExactly(1, 0, 1, 1, 0, 1);
    }

    @Test
    void eachApplicationHasItsOwnTurn() {
        RoutingPolicy policy = FakeContext.policy("weighted-round-robin");
        FakeCandidates candidates = FakeCandidates.of(edge(), edge());

        assertThat(policy.route(new FakeRequest(0), candidates)).isZero();
        assertThat(policy.route(new FakeRequest(3), candidates)).isZero();
        assertThat(policy.route(new FakeRequest(0), candidates)).isEqualTo(1);
    }

    @Test
    void aWeightThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeContext.policy("weighted-round-robin", Map.of("weights", "bonn: 2, aachen: 0")))
                .withMessage("The policy weighted-round-robin, parameter 'weights': \"aachen: 0\" is no weight;"
                        + " expected e.g. \"berlin: 3, bonn: 1\".");
    }
}
