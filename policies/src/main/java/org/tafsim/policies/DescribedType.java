package org.tafsim.policies;

import java.util.List;
import java.util.function.Function;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.PolicyType;

/**
 * A policy of this module, described; each role has its own kind.
 *
 * @param <P> what it builds
 */
public abstract class DescribedType<P> implements PolicyType<P> {

    private final String id;
    private final String rule;
    private final String source;
    private final List<String> parameterNames;
    private final Function<PolicyContext, P> factory;

    /**
     * Described so.
     *
     * @param factory builds one, once the parameters' names have been checked
     */
    protected DescribedType(
            String id, String rule, String source, List<String> parameterNames, Function<PolicyContext, P> factory) {
        this.id = id;
        this.rule = rule;
        this.source = source;
        this.parameterNames = List.copyOf(parameterNames);
        this.factory = factory;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String rule() {
        return rule;
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public final List<String> parameterNames() {
        return parameterNames;
    }

    @Override
    public final P create(PolicyContext context) {
        Parameters.refuseUnknown(this, context.parameters().keySet());
        return factory.apply(context);
    }

    @Override
    public final String toString() {
        return id;
    }
}
