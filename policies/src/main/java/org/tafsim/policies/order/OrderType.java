package org.tafsim.policies.order;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.DescribedType;
import org.tafsim.policy.OrderPolicy;
import org.tafsim.policy.OrderPolicyType;
import org.tafsim.policy.PolicyContext;

/** An order policy of this module, described. */
final class OrderType extends DescribedType<OrderPolicy> implements OrderPolicyType {

    OrderType(
            String id,
            String rule,
            String source,
            List<String> parameterNames,
            Function<PolicyContext, OrderPolicy> factory) {
        super(id, rule, source, parameterNames, factory);
    }
}
