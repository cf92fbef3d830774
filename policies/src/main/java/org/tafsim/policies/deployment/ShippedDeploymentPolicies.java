package org.tafsim.policies.deployment;

import java.util.List;
import org.tafsim.policy.DeploymentPolicyType;

/** The deployment policies of this module. */
public final class ShippedDeploymentPolicies {

    /** From what looks at nothing to what weighs: the order to show them in. */
    private static final List<DeploymentPolicyType> ALL = List.of(
            Ranked.IN_ORDER,
            Ranked.STEADY,
            Spread.EVEN,
            Spread.WEIGHTED,
            Spread.PACK,
            Ranked.NEAREST,
            Ranked.DEMAND,
            Ranked.CARBON,
            Ranked.CHEAPEST,
            Drs.TYPE);

    private ShippedDeploymentPolicies() {}

    /** All of them, in the order to show them. */
    public static List<DeploymentPolicyType> all() {
        return ALL;
    }
}
