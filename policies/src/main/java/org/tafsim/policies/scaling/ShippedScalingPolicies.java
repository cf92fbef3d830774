package org.tafsim.policies.scaling;

import java.util.List;
import org.tafsim.policy.ScalingPolicyType;

/** The scaling policies of this module. */
public final class ShippedScalingPolicies {

    /** From what never changes to what looks ahead: the order to show them in. */
    private static final List<ScalingPolicyType> ALL = List.of(
            Scalings.FIXED, Schedule.TYPE, Scalings.IN_FLIGHT, Scalings.QUEUE, Scalings.UTILIZATION, HoltForecast.TYPE);

    private ShippedScalingPolicies() {}

    /** All of them, in the order to show them. */
    public static List<ScalingPolicyType> all() {
        return ALL;
    }
}
