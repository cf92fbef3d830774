package org.tafsim.policies.admission;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.DescribedType;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.policy.AdmissionPolicyType;
import org.tafsim.policy.PolicyContext;

/** An admission policy of this module, described. */
final class AdmissionType extends DescribedType<AdmissionPolicy> implements AdmissionPolicyType {

    AdmissionType(
            String id,
            String rule,
            String source,
            List<String> parameterNames,
            Function<PolicyContext, AdmissionPolicy> factory) {
        super(id, rule, source, parameterNames, factory);
    }
}
