package org.tafsim.policies.deployment;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.DeploymentPolicy;
import org.tafsim.policy.DeploymentPolicyType;
import org.tafsim.policy.PolicyContext;

/**
 * A deployment policy of this module, described.
 *
 * @param factory builds one, once the parameters' names have been checked
 */
record DeploymentType(
        String id,
        String rule,
        String source,
        List<String> parameterNames,
        Function<PolicyContext, DeploymentPolicy> factory)
        implements DeploymentPolicyType {

    DeploymentType {
        parameterNames = List.copyOf(parameterNames);
    }

    @Override
    public DeploymentPolicy create(PolicyContext context) {
        Parameters.refuseUnknown(this, context.parameters().keySet());
        return factory.apply(context);
    }
}
