package org.tafsim.policies;

import java.util.List;
import java.util.stream.Stream;
import org.tafsim.policies.admission.ShippedAdmissionPolicies;
import org.tafsim.policies.deployment.ShippedDeploymentPolicies;
import org.tafsim.policies.eviction.ShippedEvictionPolicies;
import org.tafsim.policies.harvest.ShippedHarvestPolicies;
import org.tafsim.policies.order.ShippedOrderPolicies;
import org.tafsim.policies.scaling.ShippedScalingPolicies;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.PolicyTypes;

/** The policies of this module, of every kind. */
public final class ShippedTypes {

    private ShippedTypes() {}

    /** Each kind in the order to show it in. */
    public static PolicyTypes all() {
        List<? extends PolicyType<?>> types = Stream.<List<? extends PolicyType<?>>>of(
                        ShippedPolicies.all(),
                        ShippedAdmissionPolicies.all(),
                        ShippedOrderPolicies.all(),
                        ShippedEvictionPolicies.all(),
                        ShippedScalingPolicies.all(),
                        ShippedDeploymentPolicies.all(),
                        ShippedHarvestPolicies.all())
                .flatMap(List::stream)
                .toList();
        return PolicyTypes.of(types);
    }
}
