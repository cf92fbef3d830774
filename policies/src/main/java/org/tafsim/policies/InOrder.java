package org.tafsim.policies;

import java.util.List;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;

/**
 * The candidates of least number in the first column; of these those of least in the second, and so on; of what is left the first in
 * scenario order. What is infinite comes last, what is not a number behind it.
 */
final class InOrder implements RoutingPolicy {

    private final Column[] columns;
    private final List<String> refusalReasons;
    private int[] kept = {};
    private double[] values = {};

    private InOrder(List<String> refusalReasons, Column... columns) {
        this.columns = columns.clone();
        this.refusalReasons = refusalReasons;
    }

    /** Of all candidates; never refuses. */
    static RoutingPolicy by(Column... columns) {
        return new InOrder(List.of(), columns);
    }

    /** Of those that have 0 in the first column; what a refusal is called where none has. */
    static RoutingPolicy where(String refusal, Column... columns) {
        return new InOrder(List.of(refusal), columns);
    }

    @Override
    public List<String> refusalReasons() {
        return refusalReasons;
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int count = begin(candidates.size());
        for (int i = 0; i < columns.length && (count > 1 || i == 0); i++) {
            columns[i].read(request, candidates, kept, count, values);
            if (i == 0 && !refusalReasons.isEmpty() && least(count) != 0) {
                return REFUSE;
            }
            count = keepLeast(count);
        }
        return kept[0];
    }

    private int begin(int size) {
        if (kept.length < size) {
            kept = new int[size];
            values = new double[size];
        }
        for (int candidate = 0; candidate < size; candidate++) {
            kept[candidate] = candidate;
        }
        return size;
    }

    private double least(int count) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            least = values[k] < least ? values[k] : least; // NaN is none
        }
        return least;
    }

    private int keepLeast(int count) {
        double least = least(count);
        int left = 0;
        for (int k = 0; k < count; k++) {
            if (values[k] == least) {
                kept[left++] = kept[k];
            }
        }
        return left == 0 ? count : left; // none where no value is a number
    }
}
