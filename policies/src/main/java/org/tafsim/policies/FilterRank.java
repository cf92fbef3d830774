package org.tafsim.policies;

import java.util.List;
import org.tafsim.policies.expression.Expression;
import org.tafsim.policies.expression.ExpressionParser;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicyType;

/**
 * Filter, then rank: of the candidates that meet {@code requirements} the one of highest {@code rank}; of equals the first in
 * scenario order. Refuses where none meets them. A rank that is not a number, or minus infinity, is never chosen.
 *
 * <p>Source: OpenNebula's match-making scheduler with SCHED_REQUIREMENTS and SCHED_RANK. Two differences: each request is
 * placed at its arrival and not in a window, and the attributes are those of replicas and not of hosts (docs/policies.md).
 */
public final class FilterRank extends AbstractLeastScore {

    private static final String ID = "filter-rank";
    private static final String REQUIREMENTS = "requirements";
    private static final String RANK = "rank";

    /** OpenNebula's "striping": the fewest running first. */
    private static final String STRIPING = "-IN_FLIGHT";

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = new ShippedType(
            ID,
            "Of the candidates that meet an expression, the one of highest rank (default: all, -IN_FLIGHT).",
            "OpenNebula SCHED_REQUIREMENTS and SCHED_RANK",
            List.of(REQUIREMENTS, RANK),
            FilterRank::new);

    private final Expression.Logical requirements;
    private final Expression.Numeric rank;

    private FilterRank(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        requirements = parameters.parsed(REQUIREMENTS, "TRUE", ExpressionParser::condition);
        rank = parameters.parsed(RANK, STRIPING, ExpressionParser::number);
    }

    @Override
    public List<String> refusalReasons() {
        return List.of("requirements-not-met");
    }

    @Override
    double score(RequestView request, CandidatesView candidates, int candidate) {
        return requirements.holds(request, candidates, candidate) ? -rank.value(request, candidates, candidate) : OUT;
    }
}
