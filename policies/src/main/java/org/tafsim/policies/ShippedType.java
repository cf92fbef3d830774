package org.tafsim.policies;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * A policy of this module, described.
 *
 * @param factory builds one, once the parameters' names have been checked
 */
public record ShippedType(
        String id,
        String rule,
        String source,
        List<String> parameterNames,
        Function<PolicyContext, RoutingPolicy> factory)
        implements RoutingPolicyType {

    /** Copies. */
    public ShippedType {
        parameterNames = List.copyOf(parameterNames);
    }

    /** A policy without parameters. */
    public static ShippedType plain(
            String id, String rule, String source, Function<PolicyContext, RoutingPolicy> factory) {
        return new ShippedType(id, rule, source, List.of(), factory);
    }

    @Override
    public RoutingPolicy create(PolicyContext context) {
        Parameters.refuseUnknown(this, context.parameters().keySet());
        return factory.apply(context);
    }
}
