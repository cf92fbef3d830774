package org.tafsim.policies.order;

import java.util.List;
import org.tafsim.policy.OrderPolicyType;

/** The order policies of this module. */
public final class ShippedOrderPolicies {

    /** From what looks at the request alone to what remembers: the order to show them in. */
    private static final List<OrderPolicyType> ALL = List.of(
            Orders.FIRST_COME, Orders.SHORTEST_PROMPT, Orders.EARLIEST_DEADLINE, Orders.AGING, LeastAttained.TYPE);

    private ShippedOrderPolicies() {}

    /** All of them, in the order to show them. */
    public static List<OrderPolicyType> all() {
        return ALL;
    }
}
