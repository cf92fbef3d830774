package org.tafsim.policies.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.model.HarvestSpec;
import org.tafsim.policy.HarvestPolicyType;

class ShippedHarvestPoliciesTest {

    @Test
    void idsNeverChange() {
        assertThat(ShippedHarvestPolicies.all())
                .extracting(HarvestPolicyType::id)
                .containsExactly("static-split", "threshold", "follow", "forecast", "ucb");
    }

    @Test
    void whatIsUsedWhereNobodySaysIsThere() {
        assertThat(ShippedHarvestPolicies.find(HarvestSpec.usual(1).policy())).containsSame(Follow.TYPE);
        assertThat(ShippedHarvestPolicies.find("folow")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.tafsim.policies.harvest.ShippedHarvestPolicies#all")
    void everyPolicySaysWhatItDoesAndWhereItComesFrom(HarvestPolicyType type) {
        assertThat(type.rule()).endsWith(".").hasSizeBetween(20, 120);
        assertThat(type.source()).isNotBlank();
        assertThat(type.parameterNames()).isNotEmpty();
    }
}
