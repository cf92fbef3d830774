package org.tafsim.policies.harvest;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyContext;

/**
 * A harvest policy of this module, described.
 *
 * @param factory builds one, once the parameters' names have been checked
 */
record HarvestType(
        String id,
        String rule,
        String source,
        List<String> parameterNames,
        Function<PolicyContext, HarvestPolicy> factory)
        implements HarvestPolicyType {

    HarvestType {
        parameterNames = List.copyOf(parameterNames);
    }

    @Override
    public HarvestPolicy create(PolicyContext context) {
        Parameters.refuseUnknown(this, context.parameters().keySet());
        return factory.apply(context);
    }
}
