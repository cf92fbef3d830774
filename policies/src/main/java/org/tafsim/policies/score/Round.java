package org.tafsim.policies.score;

import java.util.Arrays;
import org.tafsim.policies.Column;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.RequestView;

/** What one decision works on: who is left, what was measured, and what it adds up to. The arrays are kept from decision to decision. */
final class Round {

    /** Candidates that are left: the first {@link #count}. */
    int[] kept = {};

    /** Last measured, by position in {@link #kept}. */
    double[] values = {};

    /** Sums of weight × score, by position; not a number where a measure was none. */
    double[] totals = {};

    int count;

    /** All candidates, nothing measured. */
    void begin(int candidates) {
        if (kept.length < candidates) {
            kept = new int[candidates];
            values = new double[candidates];
            totals = new double[candidates];
        }
        for (int candidate = 0; candidate < candidates; candidate++) {
            kept[candidate] = candidate;
        }
        count = candidates;
    }

    /** Nothing scored yet. */
    void clearTotals() {
        Arrays.fill(totals, 0, count, 0);
    }

    /** Measures those that are left. */
    void read(Column column, RequestView request, CandidatesView view) {
        column.read(request, view, kept, count, values);
    }

    /** Moves those whose value is at most this to the front, in their order; how many. */
    int keepAtMost(double limit) {
        int passed = 0;
        for (int k = 0; k < count; k++) {
            if (values[k] <= limit) {
                int candidate = kept[k];
                kept[k] = kept[passed];
                kept[passed++] = candidate;
            }
        }
        return passed;
    }

    /** Adds the measured values as they are, cut to [0, 1]. */
    void addShares(double weight) {
        for (int k = 0; k < count; k++) {
            totals[k] += weight * Math.max(0, Math.min(1, values[k])); // NaN stays NaN
        }
    }

    /** Adds (most − value) / (most − least): 1 for the least; 1 for all where they are equal. What is not finite has no total. */
    void addLeastFirst(double weight) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double[] measured = values;
        int size = count;
        for (int k = 0; k < size; k++) {
            double value = measured[k];
            value = Math.abs(value) <= Double.MAX_VALUE ? value : Double.NaN; // infinite, or no number
            measured[k] = value;
            least = value < least ? value : least; // quicker than Math.min, and NaN is none
            most = value > most ? value : most;
        }
        double scale = most > least ? weight / (most - least) : 0;
        double equal = most > least ? 0 : weight;
        double[] sums = totals;
        for (int k = 0; k < size; k++) {
            sums[k] += (most - measured[k]) * scale + equal;
        }
    }
}
