package org.tafsim.policies;

import org.tafsim.policies.expression.Expression.Numeric;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/**
 * A number of each of some candidates, all at once. Each column has a loop of its own, so that a virtual machine that has seen many
 * policies still compiles what the loop asks of the view into it: one call for each column, none for each candidate.
 */
@FunctionalInterface
public interface Column {

    /**
     * Reads.
     *
     * @param of candidates, the first {@code count} of these
     * @param into takes their numbers, in the same order
     */
    void read(RequestView request, CandidatesView view, int[] of, int count, double[] into);

    /** One that asks a measure candidate by candidate. */
    static Column of(Numeric measure) {
        return (request, view, of, count, into) -> {
            for (int k = 0; k < count; k++) {
                into[k] = measure.value(request, view, of[k]);
            }
        };
    }

    /** Offset + factor × number. */
    default Column scaled(double factor, double offset) {
        return (request, view, of, count, into) -> {
            read(request, view, of, count, into);
            for (int k = 0; k < count; k++) {
                into[k] = offset + factor * into[k];
            }
        };
    }

    /** 0 where the number is at most this, 1 elsewhere. */
    default Column above(double limit) {
        return (request, view, of, count, into) -> {
            read(request, view, of, count, into);
            for (int k = 0; k < count; k++) {
                into[k] = into[k] <= limit ? 0 : 1;
            }
        };
    }
}
