package org.tafsim.policies;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** A routing policy of this module, described. */
public final class ShippedType extends DescribedType<RoutingPolicy> implements RoutingPolicyType {

    /**
     * Described so.
     *
     * @param factory builds one, once the parameters' names have been checked
     */
    public ShippedType(
            String id,
            String rule,
            String source,
            List<String> parameterNames,
            Function<PolicyContext, RoutingPolicy> factory) {
        super(id, rule, source, parameterNames, factory);
    }

    /** A policy without parameters. */
    public static ShippedType plain(
            String id, String rule, String source, Function<PolicyContext, RoutingPolicy> factory) {
        return new ShippedType(id, rule, source, List.of(), factory);
    }
}
