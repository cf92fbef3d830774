package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tafsim.policies.Candidate.at;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.model.Tier;
import org.tafsim.policy.RoutingPolicy;

class FilterRankTest {

    private static final FakeCandidates CANDIDATES = FakeCandidates.of(
            at(Tier.FAR_EDGE).rtt(4).load(3, 8).kv(0.95),
            at(Tier.NEAR_EDGE).rtt(7).load(1, 8).kv(0.60),
            at(Tier.REGIONAL).rtt(12).load(0, 6).kv(0.40).in("FR"),
            at(Tier.CLOUD).rtt(30).load(0, 5).kv(0.10).breaking(1));

    @Test
    void withoutParametersTheLoadIsStriped() {
        assertThat(choice(Map.of())).isEqualTo(3); // 11, 9, 6 and 5 in flight
    }

    @Test
    void theHighestRankAmongThoseThatMeetTheRequirements() {
        int choice = choice(Map.of(
                "requirements", "KV_FREE > 0.2 & BROKEN_RULES = 0", // leaves out 0 and 3
                "rank", "-RTT_MS - 10 * WAITING")); // -17, -12

        assertThat(choice).isEqualTo(2);
    }

    @Test
    void packingFillsTheBusiestThatHasRoom() {
        int choice = choice(Map.of("requirements", "KV_USED < 0.9", "rank", "RUNNING + WAITING"));

        assertThat(choice).isEqualTo(1); // 9 of 9, 6, 5; the 11 has no room
    }

    @Test
    void refusesWhereNoneMeetsTheRequirements() {
        assertThat(choice(Map.of("requirements", "TIER = \"cloud\" & BROKEN_RULES = 0")))
                .isEqualTo(RoutingPolicy.REFUSE);
    }

    @Test
    void aRankThatIsNoNumberIsNeverChosen() {
        assertThat(choice(Map.of("rank", "(WAITING - WAITING) / (RUNNING - 8)")))
                .isEqualTo(2); // NaN, NaN, 0/-2, 0/-3
    }

    @Test
    void wrongParametersAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(Map.of("rank", "-RTT_MS -")))
                .withMessage("The policy filter-rank, parameter 'rank': character 10 of \"-RTT_MS -\": "
                        + "expected a number, an attribute, a word in quotes or (, found the end.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice(Map.of("requirement", "KV_FREE > 0")))
                .withMessage("The policy filter-rank has no parameter 'requirement'; it takes requirements, rank."
                        + " Maybe 'requirements'?");
    }

    private static int choice(Map<String, String> parameters) {
        return FakeContext.policy("filter-rank", parameters).route(FakeRequest.OF_FIRST_APP, CANDIDATES);
    }
}
