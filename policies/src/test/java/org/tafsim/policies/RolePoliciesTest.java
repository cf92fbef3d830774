package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.model.PolicyRole;
import org.tafsim.policy.PolicyType;

/** All shipped policies of roles beside those that route. */
class RolePoliciesTest {

    private static List<String> ids(PolicyRole role) {
        return types(role).map(PolicyType::id).toList();
    }

    private static Stream<? extends PolicyType<?>> types(PolicyRole role) {
        return PolicySet.shipped().all(PolicySet.kindOf(role)).stream();
    }

    private static Stream<PolicyType<?>> all() {
        return Stream.of(PolicyRole.values()).flatMap(RolePoliciesTest::types);
    }

    @Test
    void idsNeverChange() {
        assertThat(ids(PolicyRole.ADMISSION))
                .containsExactly("token-bucket", "queue-limit", "shed", "slo-guard", "carbon-shift");
        assertThat(ids(PolicyRole.ORDER))
                .containsExactly("first-come", "shortest-prompt", "earliest-deadline", "aging", "least-attained");
        assertThat(ids(PolicyRole.EVICTION)).containsExactly("lru", "lfu", "fifo", "largest", "greedy-dual");
        assertThat(ids(PolicyRole.SCALING))
                .containsExactly(
                        "fixed", "schedule", "target-in-flight", "target-queue", "target-utilization", "forecast");
        assertThat(ids(PolicyRole.DEPLOYMENT))
                .containsExactly(
                        "in-order",
                        "steady",
                        "spread",
                        "weighted-spread",
                        "pack",
                        "least-round-trip",
                        "follow-demand",
                        "lowest-carbon",
                        "cheapest",
                        "drs");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPolicySaysWhatItDoesAndWhereItComesFrom(PolicyType<?> type) {
        assertThat(type.rule()).endsWith(".").hasSizeBetween(10, 120);
        assertThat(type.source()).isNotBlank();
        assertThat(type.create(new FakeContext(Map.of(), 0))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("all")
    void parametersThatItDoesNotTakeAreRefused(PolicyType<?> type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> type.create(new FakeContext(Map.of("colour", "blue"), 0)))
                .withMessageStartingWith("The policy %s has no parameter 'colour'".formatted(type.id()));
    }

    /** The policy of a kind, with parameters. */
    static <P, T extends PolicyType<P>> P policy(Class<T> kind, String id, Map<String, String> parameters) {
        return PolicySet.shipped().find(kind, id).orElseThrow().create(new FakeContext(parameters, 0));
    }
}
