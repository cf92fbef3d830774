package org.tafsim.policies.eviction;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.DescribedType;
import org.tafsim.policy.EvictionPolicy;
import org.tafsim.policy.EvictionPolicyType;
import org.tafsim.policy.PolicyContext;

/** An eviction policy of this module, described. */
final class EvictionType extends DescribedType<EvictionPolicy> implements EvictionPolicyType {

    EvictionType(
            String id,
            String rule,
            String source,
            List<String> parameterNames,
            Function<PolicyContext, EvictionPolicy> factory) {
        super(id, rule, source, parameterNames, factory);
    }
}
