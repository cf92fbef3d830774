package org.tafsim.policies.admission;

import java.util.List;
import org.tafsim.policy.AdmissionPolicyType;

/** The admission policies of this module. */
public final class ShippedAdmissionPolicies {

    /** From what looks at the clock to what looks at the load: the order to show them in. */
    private static final List<AdmissionPolicyType> ALL =
            List.of(TokenBucket.TYPE, Saturation.QUEUE_LIMIT, Saturation.SHED, SloGuard.TYPE, CarbonShift.TYPE);

    private ShippedAdmissionPolicies() {}

    /** All of them, in the order to show them. */
    public static List<AdmissionPolicyType> all() {
        return ALL;
    }
}
