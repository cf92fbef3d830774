package org.tafsim.policies.admission;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.policy.AdmissionPolicyType;
import org.tafsim.policy.PolicyContext;

/**
 * An admission policy of this module, described.
 *
 * @param factory builds one, once the parameters' names have been checked
 */
record AdmissionType(
        String id,
        String rule,
        String source,
        List<String> parameterNames,
        Function<PolicyContext, AdmissionPolicy> factory)
        implements AdmissionPolicyType {

    AdmissionType {
        parameterNames = List.copyOf(parameterNames);
    }

    @Override
    public AdmissionPolicy create(PolicyContext context) {
        Parameters.refuseUnknown(this, context.parameters().keySet());
        return factory.apply(context);
    }
}
