package org.tafsim.policies.eviction;

import java.util.List;
import org.tafsim.policy.EvictionPolicyType;

/** The eviction policies of this module. */
public final class ShippedEvictionPolicies {

    /** The usual one first: the order to show them in. */
    private static final List<EvictionPolicyType> ALL =
            List.of(Evictions.LRU, Evictions.LFU, Evictions.FIFO, Evictions.LARGEST, GreedyDual.TYPE);

    private ShippedEvictionPolicies() {}

    /** All of them, in the order to show them. */
    public static List<EvictionPolicyType> all() {
        return ALL;
    }
}
