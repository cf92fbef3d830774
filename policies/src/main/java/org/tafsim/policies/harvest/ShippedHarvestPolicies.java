package org.tafsim.policies.harvest;

import java.util.List;
import java.util.Optional;
import org.tafsim.policy.HarvestPolicyType;

/** The harvest policies of this module. */
public final class ShippedHarvestPolicies {

    /** From what never changes to what learns: the order to show them in. */
    private static final List<HarvestPolicyType> ALL =
            List.of(StaticSplit.TYPE, Threshold.TYPE, Follow.TYPE, Forecast.TYPE, UpperConfidence.TYPE);

    private ShippedHarvestPolicies() {}

    /** All of them, in the order to show them. */
    public static List<HarvestPolicyType> all() {
        return ALL;
    }

    /** The one of this id. */
    public static Optional<HarvestPolicyType> find(String id) {
        return ALL.stream().filter(type -> type.id().equals(id)).findFirst();
    }
}
