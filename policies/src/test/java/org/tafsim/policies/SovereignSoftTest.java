package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.policies.Candidate.edge;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.RoutingPolicy;

class SovereignSoftTest {

    private static final FakeCandidates CANDIDATES = FakeCandidates.of(
            edge().ttft(50).breaking(3), //
            edge().ttft(300).breaking(1),
            edge().ttft(600));

    @Test
    void aBreachCosts200MillisecondsUnlessToldOtherwise() {
        assertThat(FakeContext.policy("sovereign-soft").route(FakeRequest.OF_FIRST_APP, CANDIDATES))
                .isEqualTo(1); // 50 + 3 · 200 = 650, 300 + 200 = 500, 600
    }

    @Test
    void aCheapBreachIsCommittedAndADearOneAvoided() {
        assertThat(soft("100 ms").route(FakeRequest.OF_FIRST_APP, CANDIDATES)).isEqualTo(0); // 350, 400, 600
        assertThat(soft("0.4 s").route(FakeRequest.OF_FIRST_APP, CANDIDATES)).isEqualTo(2); // 1250, 700, 600
    }

    @Test
    void itNeverRefuses() {
        FakeCandidates unlawful = FakeCandidates.of(edge().breaking(9), edge().breaking(8));

        assertThat(soft("1 h").route(FakeRequest.OF_FIRST_APP, unlawful)).isEqualTo(1);
    }

    @Test
    void aPenaltyWithoutUnitIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> soft("200"))
                .withMessage("The policy sovereign-soft, parameter 'penalty': \"200\" is not a duration; "
                        + "expected e.g. \"200 ms\" or \"0.2 s\". Maybe \"200 ms\"?");
    }

    private static RoutingPolicy soft(String penalty) {
        return FakeContext.policy("sovereign-soft", Map.of("penalty", penalty));
    }
}
