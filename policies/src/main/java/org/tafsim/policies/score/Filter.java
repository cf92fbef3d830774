package org.tafsim.policies.score;

import org.tafsim.policies.Column;
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

    /** Those whose number in a column is at most this. */
    static Filter atMost(Column column, double limit) {
        return (request, view, round) -> {
            round.read(column, request, view);
            return round.keepAtMost(limit);
        };
    }

    /** Those for which a condition holds. */
    static Filter of(Expression.Logical condition) {
        return atMost(Column.of((request, view, i) -> condition.holds(request, view, i) ? 0 : 1), 0);
    }
}
