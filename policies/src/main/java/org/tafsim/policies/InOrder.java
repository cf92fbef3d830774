package org.tafsim.policies;

import java.util.List;
import org.tafsim.policies.expression.Expression.Logical;
import org.tafsim.policies.expression.Expression.Numeric;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

/**
 * Of the candidates that meet a condition the one of least first measure, of equals the one of least second, and so on; of what is equal
 * in all the first in scenario order. Refuses where none meets the condition. What is not a number, or infinite, comes last.
 */
final class InOrder implements RoutingPolicy {

    private final Logical condition;
    private final List<String> refusalReasons;
    private final Numeric[] measures;

    private InOrder(Logical condition, List<String> refusalReasons, Numeric... measures) {
        this.condition = condition;
        this.refusalReasons = refusalReasons;
        this.measures = measures.clone();
    }

    /** Of all candidates; never refuses. */
    static RoutingPolicy by(Numeric... measures) {
        return new InOrder((request, view, candidate) -> true, List.of(), measures);
    }

    /** Of those that meet a condition; what a refusal is called where none does. */
    static RoutingPolicy where(Logical condition, String refusal, Numeric... measures) {
        return new InOrder(condition, List.of(refusal), measures);
    }

    @Override
    public List<String> refusalReasons() {
        return refusalReasons;
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int best = REFUSE;
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            if (condition.holds(request, candidates, candidate)
                    && (best == REFUSE || isBetter(request, candidates, candidate, best))) {
                best = candidate;
            }
        }
        return best;
    }

    private boolean isBetter(RequestView request, CandidatesView candidates, int candidate, int best) {
        for (Numeric measure : measures) {
            int order = Double.compare( // puts what is not a number last
                    measure.value(request, candidates, candidate), measure.value(request, candidates, best));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }
}
