package org.tafsim.policies.score;

import org.tafsim.policies.Column;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/** Gives the candidates that are left a score in [0, 1] each. */
@FunctionalInterface
interface Scorer {

    /** Adds weight × score to {@link Round#totals}. */
    void add(RequestView request, CandidatesView view, Round round, double weight);

    /** Tells which candidate of the round that was scored last was picked. */
    default void chosen(CandidatesView view, int candidate) {}

    /** The less the better, between the least and the most of those that are left. */
    static Scorer leastFirst(Column column) {
        return (request, view, round, weight) -> {
            round.read(column, request, view);
            round.addLeastFirst(weight);
        };
    }

    /** A score whoever else is there; cut to [0, 1]. */
    static Scorer share(Column column) {
        return (request, view, round, weight) -> {
            round.read(column, request, view);
            round.addShares(weight);
        };
    }
}
