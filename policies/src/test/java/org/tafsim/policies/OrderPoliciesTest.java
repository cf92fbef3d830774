package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.policy.OrderPolicy;
import org.tafsim.policy.OrderPolicyType;

class OrderPoliciesTest {

    private static OrderPolicy policy(String id, Map<String, String> parameters) {
        return RolePoliciesTest.policy(OrderPolicyType.class, id, parameters);
    }

    @Test
    void firstComeIsByThePriorityOfTheApp() {
        assertThat(policy("first-come", Map.of()).priority(TimedRequest.at(9).withPriority(3), 0))
                .isEqualTo(3);
    }

    @Test
    void shortestPromptIsByTokens() {
        assertThat(policy("shortest-prompt", Map.of())
                        .priority(TimedRequest.at(9).withPrompt(777), 0))
                .isEqualTo(777);
    }

    @Test
    void theEarliestDeadlineIsArrivalAndPromise() {
        OrderPolicy policy = policy("earliest-deadline", Map.of("promise", "2 s"));

        assertThat(policy.priority(TimedRequest.at(1_000).promised(300), 0)).isEqualTo(1_300);
        assertThat(policy.priority(TimedRequest.at(1_000), 0)).isEqualTo(3_000);
    }

    @Test
    void agingPutsAStepBetweenPriorities() {
        OrderPolicy policy = policy("aging", Map.of("step", "5 s"));

        assertThat(policy.priority(TimedRequest.at(6_000), 0)).isEqualTo(6_000);
        assertThat(policy.priority(TimedRequest.at(1_000).withPriority(1), 0)).isEqualTo(6_000);
    }

    /** 100 tokens at 0 s; after a half-life 50 are left, and 100 more come. */
    @Test
    void whoHadFewestTokensOfLateComesFirst() {
        OrderPolicy policy = policy("least-attained", Map.of("half-life", "60 s"));

        assertThat(policy.priority(TimedRequest.at(0), 0)).isZero();
        assertThat(policy.priority(TimedRequest.at(60_000), 0)).isEqualTo(50);
        assertThat(policy.priority(TimedRequest.at(60_000), 0)).isEqualTo(150);
        assertThat(policy.priority(TimedRequest.at(60_000).ofApp(7), 0)).isZero();
    }

    @Test
    void whoseTokensAreCountedIsOneOfTwoWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("least-attained", Map.of("by", "tenant")))
                .withMessage(
                        "The policy least-attained, parameter 'by': expected app or population, found \"tenant\".");
    }
}
