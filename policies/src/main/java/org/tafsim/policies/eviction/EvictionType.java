package org.tafsim.policies.eviction;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.EvictionPolicy;
import org.tafsim.policy.EvictionPolicyType;
import org.tafsim.policy.PolicyContext;

/**
 * An eviction policy of this module, described.
 *
 * @param factory builds one, once the parameters' names have been checked
 */
record EvictionType(
        String id,
        String rule,
        String source,
        List<String> parameterNames,
        Function<PolicyContext, EvictionPolicy> factory)
        implements EvictionPolicyType {

    EvictionType {
        parameterNames = List.copyOf(parameterNames);
    }

    @Override
    public EvictionPolicy create(PolicyContext context) {
        Parameters.refuseUnknown(this, context.parameters().keySet());
        return factory.apply(context);
    }
}
