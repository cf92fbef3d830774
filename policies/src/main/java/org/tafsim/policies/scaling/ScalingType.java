package org.tafsim.policies.scaling;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.DescribedType;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.ScalingPolicy;
import org.tafsim.policy.ScalingPolicyType;

/** A scaling policy of this module, described. */
final class ScalingType extends DescribedType<ScalingPolicy> implements ScalingPolicyType {

    ScalingType(
            String id,
            String rule,
            String source,
            List<String> parameterNames,
            Function<PolicyContext, ScalingPolicy> factory) {
        super(id, rule, source, parameterNames, factory);
    }
}
