package org.tafsim.policies.external;

import java.util.List;
import org.tafsim.policies.Parameters;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

/** The policy {@code external} as scenarios name it. What it builds starts no program: who runs the scenario does, for each run. */
public final class ExternalPolicyType implements RoutingPolicyType {

    /** How scenarios name it. */
    public static final String ID = "external";

    /** The only one. */
    public static final RoutingPolicyType TYPE = new ExternalPolicyType();

    private ExternalPolicyType() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rule() {
        return "What a program of yours says, asked over its standard input and output.";
    }

    @Override
    public String source() {
        return "docs/external-policies.md";
    }

    @Override
    public List<String> parameterNames() {
        return ExternalSettings.NAMES;
    }

    /** Checks the parameters; the policy itself decides nothing. */
    @Override
    public RoutingPolicy create(PolicyContext context) {
        Parameters.refuseUnknown(this, context.parameters().keySet());
        ExternalSettings settings = ExternalSettings.of(context);
        return (request, candidates) -> {
            throw new IllegalStateException(
                    "The program %s was not started. What it decided must have been recorded, or it be allowed."
                            .formatted(settings.command()));
        };
    }
}
