package org.tafsim.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tafsim.model.DecisionSpec;
import org.tafsim.model.FleetSpec;
import org.tafsim.model.PolicyChoice;
import org.tafsim.model.PolicyRole;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.policy.AdmissionPolicyType;
import org.tafsim.policy.DeploymentPolicy;
import org.tafsim.policy.DeploymentPolicyType;
import org.tafsim.policy.EvictionPolicy;
import org.tafsim.policy.EvictionPolicyType;
import org.tafsim.policy.OrderPolicy;
import org.tafsim.policy.OrderPolicyType;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.ScalingPolicy;
import org.tafsim.policy.ScalingPolicyType;

/** Types of policies that do what a test says, all called {@code test}; and scenarios that name them. */
interface FixedType<P> extends PolicyType<P> {

    /** As scenarios name it. */
    String ID = "test";

    P policy();

    @Override
    default String id() {
        return ID;
    }

    @Override
    default String rule() {
        return "as the test says";
    }

    @Override
    default String source() {
        return "test";
    }

    @Override
    default List<String> parameterNames() {
        return List.of();
    }

    @Override
    default P create(PolicyContext context) {
        return policy();
    }

    record Admission(AdmissionPolicy policy) implements FixedType<AdmissionPolicy>, AdmissionPolicyType {}

    record Order(OrderPolicy policy) implements FixedType<OrderPolicy>, OrderPolicyType {}

    record Eviction(EvictionPolicy policy) implements FixedType<EvictionPolicy>, EvictionPolicyType {}

    record Scaling(ScalingPolicy policy) implements FixedType<ScalingPolicy>, ScalingPolicyType {}

    record Deployment(DeploymentPolicy policy) implements FixedType<DeploymentPolicy>, DeploymentPolicyType {}

    /** The scenario whose only policy has these others. */
    static Scenario with(Scenario scenario, DecisionSpec decision, FleetSpec fleet, PolicyRole... roles) {
        Map<PolicyRole, PolicyChoice> others = new EnumMap<>(PolicyRole.class);
        for (PolicyRole role : roles) {
            others.put(role, new PolicyChoice(ID, Map.of()));
        }
        return scenario.with(
                scenario.run(), List.of(new PolicySpec("fixed", "fixed", Map.of(), others, decision, fleet)));
    }
}
