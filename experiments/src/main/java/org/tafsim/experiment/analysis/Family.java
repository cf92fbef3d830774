package org.tafsim.experiment.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.stats.ConfidenceInterval;

/**
 * Comparisons that are read together, such as all policies against the first one in one metric. Twenty tests at 5 %
 * find one difference where there is none; here the chance that any finding of the family is false is at most 1 −
 * confidence, however the tests depend on each other: p-values by Holm's step-down method, intervals by Bonferroni's.
 * Holm's finds at least what Bonferroni's intervals show. Source: S. Holm, "A simple sequentially rejective multiple
 * test procedure", Scand. J. Statist. 6(2), 1979.
 *
 * @param confidence of the family, in (0, 1)
 * @param members in the order in which they were given
 */
public record Family(double confidence, List<Member> members) {

    /**
     * One comparison of a family.
     *
     * @param test by itself
     * @param simultaneous interval that holds together with those of all other members
     * @param adjustedPValue by Holm, in [0, 1]
     * @param isSignificant whether a difference is found, at the confidence of the family
     */
    public record Member(
            PairedTest test, ConfidenceInterval simultaneous, double adjustedPValue, boolean isSignificant) {}

    /** Copies. */
    public Family {
        Checks.confidence(confidence);
        members = List.copyOf(members);
    }

    /**
     * Tests all comparisons of a family.
     *
     * @param comparisons paired differences of each, at least one, each with at least one value
     */
    public static Family of(List<double[]> comparisons, double confidence) {
        Checks.confidence(confidence);
        Checks.atLeast(1, comparisons.size(), "comparisons");
        List<PairedTest> tests = comparisons.stream()
                .map(differences -> PairedTest.of(differences, confidence))
                .toList();
        List<Double> adjusted = holm(tests.stream().map(PairedTest::pValue).toList());
        double each = 1 - (1 - confidence) / comparisons.size();
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            ConfidenceInterval simultaneous = ConfidenceInterval.student(comparisons.get(i), each);
            boolean isSignificant = adjusted.get(i) <= 1 - confidence;
            members.add(new Member(tests.get(i), simultaneous, adjusted.get(i), isSignificant));
        }
        return new Family(confidence, members);
    }

    /**
     * Holm's adjusted p-values: with p in ascending order, max over j ≤ i of min(1, (m − j + 1) · p_j).
     *
     * @param pValues each in [0, 1]
     * @return in the order of the p-values
     */
    public static List<Double> holm(List<Double> pValues) {
        Double[] adjusted = new Double[pValues.size()];
        List<Integer> ascending = IntStream.range(0, adjusted.length)
                .boxed()
                .sorted(Comparator.comparing(pValues::get))
                .toList();
        double largest = 0;
        for (int rank = 0; rank < adjusted.length; rank++) {
            int index = ascending.get(rank);
            double scaled = (adjusted.length - rank) * pValues.get(index);
            largest = Math.max(largest, Math.min(1, scaled));
            adjusted[index] = largest;
        }
        return List.of(adjusted);
    }
}
