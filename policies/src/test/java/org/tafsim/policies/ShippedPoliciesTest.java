package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.policy.RoutingPolicyType;

class ShippedPoliciesTest {

    @Test
    void idsNeverChange() {
        assertThat(ShippedPolicies.all())
                .extracting(RoutingPolicyType::id)
                .containsExactly(
                        "cloud-only",
                        "edge-only",
                        "nearest",
                        "round-robin",
                        "random",
                        "least-loaded",
                        "power-of-two",
                        "latency-greedy",
                        "longest-first",
                        "sovereign-strict",
                        "sovereign-soft",
                        "filter-rank",
                        "session-affinity",
                        "score",
                        "power-of-d",
                        "weighted-round-robin",
                        "packing",
                        "striping",
                        "load-aware",
                        "least-allocated",
                        "most-allocated",
                        "requested-to-capacity",
                        "first-fit",
                        "best-fit",
                        "worst-fit",
                        "next-fit",
                        "topology-spread",
                        "queue",
                        "token-load",
                        "kv-use",
                        "slo-headroom",
                        "trade-off",
                        "prefix-affinity",
                        "no-hit-lru",
                        "by-available",
                        "fuzzy",
                        "jurisdiction-first",
                        "edge-ward",
                        "eas-discovery",
                        "lowest-carbon",
                        "cheapest-lawful",
                        "context-length",
                        "ucb1",
                        "thompson",
                        "lin-ucb");
    }

    @Test
    void policiesAreFoundById() {
        assertThat(ShippedPolicies.find("nearest")).containsSame(Nearest.TYPE);
        assertThat(ShippedPolicies.find("nearset")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.tafsim.policies.ShippedPolicies#all")
    void everyPolicySaysWhatItDoesAndWhereItComesFrom(RoutingPolicyType type) {
        assertThat(type.rule()).endsWith(".").hasSizeBetween(20, 120);
        assertThat(type.source()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.tafsim.policies.ShippedPolicies#all")
    void everyPolicyRefusesParametersItDoesNotKnow(RoutingPolicyType type) {
        FakeContext context = new FakeContext(Map.of("colour", "blue"), 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> type.create(context))
                .withMessageStartingWith("The policy %s has no parameter 'colour'; it takes ", type.id());
    }

    @Test
    void aNearMissIsRecognized() {
        FakeContext context = new FakeContext(Map.of("penalti", "200 ms"), 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SovereignSoft.TYPE.create(context))
                .withMessage(
                        "The policy sovereign-soft has no parameter 'penalti'; it takes penalty. Maybe 'penalty'?");
    }
}
