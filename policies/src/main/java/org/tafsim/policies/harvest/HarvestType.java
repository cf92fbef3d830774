package org.tafsim.policies.harvest;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.DescribedType;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyContext;

/** A harvest policy of this module, described. */
final class HarvestType extends DescribedType<HarvestPolicy> implements HarvestPolicyType {

    HarvestType(
            String id,
            String rule,
            String source,
            List<String> parameterNames,
            Function<PolicyContext, HarvestPolicy> factory) {
        super(id, rule, source, parameterNames, factory);
    }
}
