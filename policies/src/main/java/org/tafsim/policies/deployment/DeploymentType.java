package org.tafsim.policies.deployment;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.DescribedType;
import org.tafsim.policy.DeploymentPolicy;
import org.tafsim.policy.DeploymentPolicyType;
import org.tafsim.policy.PolicyContext;

/** A deployment policy of this module, described. */
final class DeploymentType extends DescribedType<DeploymentPolicy> implements DeploymentPolicyType {

    DeploymentType(
            String id,
            String rule,
            String source,
            List<String> parameterNames,
            Function<PolicyContext, DeploymentPolicy> factory) {
        super(id, rule, source, parameterNames, factory);
    }
}
