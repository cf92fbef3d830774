package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tafsim.policies.Candidate.edge;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.BatchRoutingPolicy;

class LongestFirstTest {

    private final BatchRoutingPolicy policy = (BatchRoutingPolicy) FakeContext.policy("longest-first");

    private int[] choices(FakeCandidates candidates, Integer... promptTokens) {
        List<TimedRequest> requests =
                Stream.of(promptTokens).map(TimedRequest.at(0)::withPrompt).toList();
        int[] choices = new int[requests.size()];
        policy.routeAll(new FakeWindow(requests, candidates), choices);
        return choices;
    }

    /** 300 to the first, 200 to the second, 100 to the second (400 ms rather than 500), 100 to the first, as both take 500. */
    @Test
    void theLongestIsPlacedFirstAndEachWhereItsFirstTokenComesSoonest() {
        FakeCandidates two = FakeCandidates.of(edge().ttftPerToken(1), edge().ttftPerToken(1));

        assertThat(choices(two, 100, 300, 200, 100)).containsExactly(1, 0, 1, 0);
    }

    @Test
    void aWindowForgetsTheOneBefore() {
        FakeCandidates two = FakeCandidates.of(edge().ttftPerToken(1), edge().ttftPerToken(1));

        assertThat(choices(two, 500)).containsExactly(0);
        assertThat(choices(two, 500)).containsExactly(0);
    }

    @Test
    void oneAloneGoesWhereItsFirstTokenIsExpectedSoonest() {
        assertThat(policy.route(FakeRequest.OF_FIRST_APP, FakeCandidates.of(edge().ttft(90), edge().ttft(80))))
                .isEqualTo(1);
    }
}
