package org.tafsim.policies.score;

import org.tafsim.policies.expression.Expression;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/** Leaves some candidates out. */
@FunctionalInterface
interface Filter {

    /**
     * Moves those that pass to the front of {@link Round#kept}, in their order.
     *
     * @return how many
     */
    int pass(RequestView request, CandidatesView view, Round round);

    /** Those for which a condition holds. */
    static Filter of(Expression.Logical condition) {
        return (request, view, round) -> {
            int passed = 0;
            for (int k = 0; k < round.count; k++) {
                int candidate = round.kept[k];
                if (condition.holds(request, view, candidate)) {
                    round.kept[k] = round.kept[passed];
                    round.kept[passed++] = candidate;
                }
            }
            return passed;
        };
    }
}
