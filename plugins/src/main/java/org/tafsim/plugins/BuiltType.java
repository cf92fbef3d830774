package org.tafsim.plugins;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/**
 * A type whose policies are changed once they are built.
 *
 * @param type builds them
 * @param change makes others of them
 */
public record BuiltType(RoutingPolicyType type, UnaryOperator<RoutingPolicy> change) implements RoutingPolicyType {

    @Override
    public String id() {
        return type.id();
    }

    @Override
    public String rule() {
        return type.rule();
    }

    @Override
    public String source() {
        return type.source();
    }

    @Override
    public List<String> parameterNames() {
        return type.parameterNames();
    }

    @Override
    public RoutingPolicy create(PolicyContext context) {
        return change.apply(type.create(context));
    }
}
