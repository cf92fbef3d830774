package org.tafsim.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.analysis.Family;
import org.tafsim.stats.ConfidenceInterval;
import org.tafsim.stats.Tally;

/**
 * Policies in the order of their means of one metric, and how sure that is. The probability that the first is the best is at least
 * 1 − Σ P(i is better than the first), each term from Student's distribution of the paired difference with r − 1 degrees of
 * freedom: Bonferroni's bound on the probability of correct selection, taken from the sample. Source: C.-H. Chen, "A lower bound for the
 * correct subset-selection probability and its application to discrete-event system simulations", IEEE Trans. Automatic Control 41(8),
 * 1996, there for independent systems; pairs take their common random numbers into account.
 *
 * @param metric of scope {@code all}
 * @param unit of the metric
 * @param isHigherBetter which end is good
 * @param places best first; of equal means in the order of the results
 * @param probability lower bound that the first is the best, in [0, 1]
 */
public record Ranking(String metric, String unit, boolean isHigherBetter, List<Place> places, double probability) {

    /**
     * A policy's place.
     *
     * @param mean over replications, by itself
     * @param toFirst paired difference to the first; that of the first is 0
     * @param adjustedPValue of "no difference to the first", by Holm over all others; 1 for the first
     * @param isWorse whether a difference to the first is found
     * @param chanceBetter probability that it is better than the first; one half for the first
     */
    public record Place(
            String policy,
            ConfidenceInterval mean,
            ConfidenceInterval toFirst,
            double adjustedPValue,
            boolean isWorse,
            double chanceBetter) {}

    /** Copies. */
    public Ranking {
        places = List.copyOf(places);
    }

    /**
     * Ranks.
     *
     * @param results of runs on common random numbers
     * @param confidence of intervals and of the family of findings, in (0, 1)
     * @throws IllegalArgumentException when a policy lacks the metric in some replication, or there are fewer than two policies or
     *     replications
     */
    public static Ranking of(List<RunResult> results, String metric, boolean isHigherBetter, double confidence) {
        Samples samples = Samples.of(results);
        List<Sample> ranked = new ArrayList<>();
        for (String policy : samples.policies()) {
            ranked.add(sample(samples, policy, metric));
        }
        int replications = ranked.isEmpty() ? 0 : ranked.get(0).values().size();
        if (ranked.size() < 2 || replications < 2) {
            throw new IllegalArgumentException(
                    "A ranking needs two policies and two replications at least; there are %d and %d."
                            .formatted(ranked.size(), replications));
        }
        for (Sample other : ranked) {
            if (other.values().size() != replications) {
                throw new IllegalArgumentException("Policy %s has %s in %d replications, and %s in %d."
                        .formatted(
                                ranked.get(0).policy(),
                                metric,
                                replications,
                                other.policy(),
                                other.values().size()));
            }
        }
        double sign = isHigherBetter ? 1 : -1;
        ranked.sort(Comparator.comparingDouble(sample -> -sign * mean(sample.values())));
        return judged(ranked, metric, isHigherBetter, confidence);
    }

    /** A policy's values of the metric, by replication. */
    private record Sample(String policy, String unit, List<Double> values) {}

    private static Sample sample(Samples samples, String policy, String metric) {
        for (var entry : samples.of(policy).entrySet()) {
            if (entry.getKey().scope().equals("all") && entry.getKey().metric().equals(metric)) {
                SortedMap<Integer, Double> values = entry.getValue();
                return new Sample(policy, entry.getKey().unit(), List.copyOf(values.values()));
            }
        }
        throw new IllegalArgumentException("Policy %s has no metric %s.".formatted(policy, metric));
    }

    private static Ranking judged(List<Sample> ranked, String metric, boolean isHigherBetter, double confidence) {
        List<Double> first = ranked.get(0).values();
        List<double[]> differences = ranked.stream()
                .skip(1)
                .map(sample -> minus(sample.values(), first))
                .toList();
        Family family = Family.of(differences, confidence);
        List<Place> places = new ArrayList<>();
        double doubt = 0;
        for (int i = 0; i < ranked.size(); i++) {
            ConfidenceInterval mean =
                    ConfidenceInterval.student(Samples.values(ranked.get(i).values()), confidence);
            double[] toFirst = minus(ranked.get(i).values(), first);
            double chance = i == 0 ? 0.5 : chanceBetter(toFirst, isHigherBetter ? 1 : -1);
            doubt += i == 0 ? 0 : chance;
            places.add(new Place(
                    ranked.get(i).policy(),
                    mean,
                    ConfidenceInterval.student(toFirst, confidence),
                    i == 0 ? 1 : family.members().get(i - 1).adjustedPValue(),
                    i > 0 && family.members().get(i - 1).isSignificant(),
                    chance));
        }
        return new Ranking(metric, ranked.get(0).unit(), isHigherBetter, places, Math.max(0, 1 - doubt));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static double[] minus(List<Double> values, List<Double> others) {
        double[] differences = new double[values.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values.get(i) - others.get(i);
        }
        return differences;
    }

    /** Probability that the mean of differences is on the good side, given these. */
    private static double chanceBetter(double[] differences, double sign) {
        Tally tally = new Tally();
        for (double difference : differences) {
            tally.record(difference);
        }
        if (tally.variance() == 0) {
            return tally.mean() == 0 ? 0.5 : sign * tally.mean() > 0 ? 1 : 0;
        }
        double t = sign * tally.mean() / Math.sqrt(tally.variance() / tally.count());
        return new TDistribution(null, tally.count() - 1.0).cumulativeProbability(t);
    }
}
