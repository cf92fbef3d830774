package org.tafsim.policies.scaling;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.ScalingPolicy;
import org.tafsim.policy.ScalingPolicyType;

/**
 * A scaling policy of this module, described.
 *
 * @param factory builds one, once the parameters' names have been checked
 */
record ScalingType(
        String id,
        String rule,
        String source,
        List<String> parameterNames,
        Function<PolicyContext, ScalingPolicy> factory)
        implements ScalingPolicyType {

    ScalingType {
        parameterNames = List.copyOf(parameterNames);
    }

    @Override
    public ScalingPolicy create(PolicyContext context) {
        Parameters.refuseUnknown(this, context.parameters().keySet());
        return factory.apply(context);
    }
}
