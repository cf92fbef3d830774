package org.tafsim.experiment.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * OCBA, optimal computing budget allocation: gives further replications to the systems that could still be mistaken for
 * the best, so that a budget goes further than by equal shares. With b the best so far, δ_i its distance to i and σ_i²
 * variances,
 *
 * <pre>
 * N_i ∝ (σ_i / δ_i)²  for i ≠ b,     N_b = σ_b √(Σ_{i≠b} N_i² / σ_i²),
 * P(b is best) ≥ 1 − Σ_{i≠b} Φ(−δ_i / √(σ_b² / N_b + σ_i² / N_i)).
 * </pre>
 *
 * <p>The probability is estimated with the same samples that chose b, and holds for normal, independent values; unlike
 * {@link KimNelson} it promises nothing. Under common random numbers it is usually too low, and the shares are not
 * optimal. Source: C.-H. Chen, J. Lin, E. Yücesan and S. E. Chick, "Simulation budget allocation for further enhancing
 * the efficiency of ordinal optimization", Discrete Event Dyn. Syst. 10(3), 2000.
 *
 * @param best which mean is
 * @param confidence the estimated probability at which to stop, in (0, 1)
 * @param first replications of each system to begin with, at least 2; 5 or more keep a system from being misjudged
 *     early
 * @param step replications of all systems together before allocating anew, at least 1
 * @param budget replications of all systems together at which to stop in any case
 */
public record BudgetAllocation(Best best, double confidence, int first, int step, int budget) {

    /** A distance of nearly zero would take the whole budget: as a share of the largest distance. */
    private static final double LEAST_DISTANCE = 1e-6;

    /** Checks. */
    public BudgetAllocation {
        Checks.confidence(confidence);
        Checks.atLeast(2, first, "replications to begin with");
        Checks.atLeast(1, step, "replications of a step");
        Checks.atLeast(first, budget, "replications at most");
    }

    /**
     * Selects among systems.
     *
     * @param systems at least 2; {@code first} replications of each must not exceed the budget
     */
    public Selection select(int systems, Sampler sampler) {
        Checks.atLeast(2, systems, "systems");
        Checks.atLeast(Math.multiplyExact(systems, first), budget, "replications at most");
        Scores scores = new Scores(systems, best, sampler);
        scores.sample(scores.all(), first);
        while (probability(scores) < confidence && scores.total() < budget) {
            int more = Math.min(step, budget - scores.total());
            scores.sample(scores.all(), starving(scores, more));
        }
        double probability = probability(scores);
        int chosen = scores.bestOf(scores.all());
        return scores.selection(chosen, probability, probability >= confidence, scores.all());
    }

    /**
     * Shares of a budget by system, in sum 1: equal ones where no variance is left to fight.
     *
     * @param means at least two
     * @param variances as many, at least 0
     * @param best which mean is
     */
    public static List<Double> shares(List<Double> means, List<Double> variances, Best best) {
        int chosen = 0;
        for (int i = 1; i < means.size(); i++) {
            chosen = best.score(means.get(i)) > best.score(means.get(chosen)) ? i : chosen;
        }
        double[] weights = weights(means, variances, chosen);
        double sum =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        return IntStream.range(0, weights.length)
                .mapToObj(i -> sum > 0 ? weights[i] / sum : 1.0 / weights.length)
                .toList();
    }

    private static double[] weights(List<Double> means, List<Double> variances, int chosen) {
        double[] distances = means.stream()
                .mapToDouble(mean -> Math.abs(mean - means.get(chosen)))
                .toArray();
        double largest = IntStream.range(0, distances.length)
                .mapToDouble(i -> distances[i])
                .max()
                .orElseThrow();
        double least = largest > 0 ? LEAST_DISTANCE * largest : 1;
        double[] weights = new double[distances.length];
        double ofBest = 0;
        for (int i = 0; i < weights.length; i++) {
            if (i != chosen && variances.get(i) > 0) {
                double distance = Math.max(distances[i], least);
                weights[i] = variances.get(i) / (distance * distance);
                ofBest += weights[i] * weights[i] / variances.get(i);
            }
        }
        weights[chosen] = Math.sqrt(variances.get(chosen) * ofBest);
        return weights;
    }

    /** One by one to the system that is furthest below its share. */
    private List<Integer> starving(Scores scores, int more) {
        List<Double> shares = shares(
                scores.all().stream().map(scores::mean).toList(),
                scores.all().stream().map(scores::variance).toList(),
                Best.LARGEST);
        int total = scores.total() + more;
        List<Integer> given = new ArrayList<>(Collections.nCopies(scores.systems(), 0));
        for (int n = 0; n < more; n++) {
            int neediest = 0;
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < given.size(); i++) {
                double lack = shares.get(i) * total - scores.count(i) - given.get(i);
                if (lack > largest) {
                    largest = lack;
                    neediest = i;
                }
            }
            given.set(neediest, given.get(neediest) + 1);
        }
        return given;
    }

    /** That the system with the best mean is the best one, by Bonferroni's bound; at least 0. */
    private static double probability(Scores scores) {
        int chosen = scores.bestOf(scores.all());
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double mistaken = 0;
        for (int i : scores.all()) {
            if (i != chosen) {
                double distance = scores.mean(chosen) - scores.mean(i);
                double deviation = Math.sqrt(
                        scores.variance(chosen) / scores.count(chosen) + scores.variance(i) / scores.count(i));
                mistaken +=
                        deviation > 0 ? normal.cumulativeProbability(-distance / deviation) : distance > 0 ? 0 : 0.5;
            }
        }
        return Math.max(0, 1 - mistaken);
    }
}
