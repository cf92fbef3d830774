package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;

import org.junit.jupiter.api.Test;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

class RoundRobinTest {
    private final RoutingPolicy policy = FakeContext.policy("round-robin");

    @Test
    void goesRoundInScenarioOrder() {
        FakeCandidates three = FakeCandidates.of(edge(), edge(), edge());

        assertThat(turns(FakeRequest.OF_FIRST_APP, three, 5)).containsExactly(0, 1, 2, 0, 1);
    }

    @Test
    void everyApplicationHasItsOwnTurn() {
        FakeCandidates three = FakeCandidates.of(edge(), edge(), edge());
        turns(new FakeRequest(3), three, 2);

        assertThat(turns(FakeRequest.OF_FIRST_APP, three, 2)).containsExactly(0, 1);
        assertThat(turns(new FakeRequest(3), three, 1)).containsExactly(2);
    }

    @Test
    void theTurnIsTheReplicasWhereCandidatesDiffer() {
        FakeCandidates all = FakeCandidates.of(edge().index(4), edge().index(7), edge().index(9));
        FakeCandidates some = FakeCandidates.of(edge().index(4), edge().index(9));

        assertThat(turns(FakeRequest.OF_FIRST_APP, all, 2)).containsExactly(0, 1); // replicas 4, 7
        assertThat(turns(FakeRequest.OF_FIRST_APP, some, 1)).containsExactly(1); // next after 7: 9
        assertThat(turns(FakeRequest.OF_FIRST_APP, all, 1)).containsExactly(0); // none after 9: 4
    }

    private int[] turns(RequestView request, FakeCandidates candidates, int count) {
        int[] chosen = new int[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = policy.route(request, candidates);
        }
        return chosen;
    }
}
