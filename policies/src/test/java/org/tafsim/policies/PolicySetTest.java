package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.policies.external.ExternalPolicyType;
import org.tafsim.policies.harvest.ShippedHarvestPolicies;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.RoutingPolicyType;

class PolicySetTest {

    private static final Origin JAR = new Origin("mine-1.0.jar", "ab".repeat(32), "1.0");

    @Test
    void theShippedOnesAreThoseOfTheirModuleAndThatOfProgramsOfTheUser() {
        assertThat(PolicySet.shipped().routing())
                .startsWith(ShippedPolicies.all().toArray(RoutingPolicyType[]::new))
                .endsWith(ExternalPolicyType.TYPE)
                .hasSize(ShippedPolicies.all().size() + 1);
        assertThat(PolicySet.shipped().all(HarvestPolicyType.class)).isEqualTo(ShippedHarvestPolicies.all());
        assertThat(PolicySet.shipped().originOf(RoutingPolicyType.class, "nearest"))
                .isEmpty();
    }

    @Test
    void everyKindHasAWordOfItsOwn() {
        assertThat(PolicySet.kinds())
                .map(PolicySet::word)
                .contains("routing", "harvest")
                .doesNotHaveDuplicates();
    }

    @Test
    void aThirdPartysComesAfterTheShippedAndIsFoundWithItsOrigin() {
        PolicySet set = PolicySet.shipped().with(RoutingPolicyType.class, named("mine"), JAR);

        assertThat(set.routing()).hasSize(PolicySet.shipped().routing().size() + 1);
        assertThat(set.routing()).last().extracting(PolicyType::id).isEqualTo("mine");
        assertThat(set.originOf(RoutingPolicyType.class, "mine")).contains(JAR);
        assertThat(set.all(HarvestPolicyType.class)).isEqualTo(ShippedHarvestPolicies.all());
        assertThat(PolicySet.shipped().routing("mine")).isEmpty();
    }

    @Test
    void kindsHaveIdsOfTheirOwn() {
        PolicySet set = PolicySet.shipped().with(RoutingPolicyType.class, named("follow"), JAR);

        assertThat(set.originOf(RoutingPolicyType.class, "follow")).contains(JAR);
        assertThat(set.originOf(HarvestPolicyType.class, "follow")).isEmpty();
    }

    @Test
    void noIdIsTakenTwice() {
        PolicySet mine = PolicySet.shipped().with(RoutingPolicyType.class, named("mine"), JAR);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mine.with(RoutingPolicyType.class, named("nearest"), JAR))
                .withMessageStartingWith(
                        "Two routing policies are called 'nearest': one of tafsim itself and one of mine-1.0.jar (version 1.0).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mine.with(RoutingPolicyType.class, named("mine"), new Origin("other.jar", "", "")))
                .withMessageStartingWith(
                        "Two routing policies are called 'mine': one of mine-1.0.jar (version 1.0) and one of other.jar.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"My Policy", "", "mine-", "-mine", "9lives", "mine--too", "meine-plätze"})
    void idsAreWordsJoinedByHyphens(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicySet.shipped().with(RoutingPolicyType.class, named(id), JAR))
                .withMessageStartingWith("The policy id '%s' of mine-1.0.jar (version 1.0) must be ".formatted(id));
    }

    private static RoutingPolicyType named(String id) {
        return ShippedType.plain(id, "Test.", "test", context -> (request, candidates) -> 0);
    }
}
