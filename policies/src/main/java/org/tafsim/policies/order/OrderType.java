package org.tafsim.policies.order;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.OrderPolicy;
import org.tafsim.policy.OrderPolicyType;
import org.tafsim.policy.PolicyContext;

/**
 * An order policy of this module, described.
 *
 * @param factory builds one, once the parameters' names have been checked
 */
record OrderType(
        String id,
        String rule,
        String source,
        List<String> parameterNames,
        Function<PolicyContext, OrderPolicy> factory)
        implements OrderPolicyType {

    OrderType {
        parameterNames = List.copyOf(parameterNames);
    }

    @Override
    public OrderPolicy create(PolicyContext context) {
        Parameters.refuseUnknown(this, context.parameters().keySet());
        return factory.apply(context);
    }
}
