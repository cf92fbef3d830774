package org.tafsim.experiment.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * KN, a fully sequential procedure that selects the best of k systems: after a first stage, replication by replication,
 * it gives up every system that is clearly worse than another, until one is left. If the best mean is better than all
 * others by at least the indifference δ, it is selected with at least the promised probability, for normal values,
 * under common random numbers or not. With S²_il the variance of the differences of i and l in the first stage of n₀
 * replications, system i is given up after r when
 *
 * <pre>
 * X̄_i(r) &lt; X̄_l(r) − W_il(r) for an l,     W_il(r) = max(0, δ/2 · (h² S²_il / δ² − r) / r),
 * h² = 2 η (n₀ − 1),     η = ½ ((2 α / (k − 1))^(−2 / (n₀ − 1)) − 1).
 * </pre>
 *
 * <p>Source: S.-H. Kim and B. L. Nelson, "A fully sequential procedure for indifference-zone selection in simulation",
 * ACM TOMACS 11(3), 2001, with c = 1.
 *
 * @param best which mean is
 * @param indifference δ: the smallest difference worth detecting, in the unit of the values, positive
 * @param confidence 1 − α, in (1 / k, 1)
 * @param first n₀, replications of the first stage, at least 2; 10 or more save replications
 * @param step replications run before looking again, at least 1; more of them keep the promise and cost some
 *     replications
 * @param most replications of a system, at least {@code first}; where they do not suffice, nothing is promised
 */
public record KimNelson(Best best, double indifference, double confidence, int first, int step, int most) {

    /** Checks. */
    public KimNelson {
        Checks.confidence(confidence);
        Checks.atLeast(2, first, "replications of the first stage");
        Checks.atLeast(1, step, "replications of a step");
        Checks.atLeast(first, most, "replications at most");
        if (!(indifference > 0 && indifference < Double.POSITIVE_INFINITY)) { // also catches NaN
            throw new IllegalArgumentException(
                    "The indifference (%s) must be positive and finite: the smallest difference worth detecting."
                            .formatted(indifference));
        }
    }

    /**
     * Selects among systems.
     *
     * @param systems k, at least 2
     */
    public Selection select(int systems, Sampler sampler) {
        Checks.atLeast(2, systems, "systems");
        if (confidence <= 1.0 / systems) {
            throw new IllegalArgumentException(
                    "The confidence (%s) must exceed 1/%d, which guessing gives.".formatted(confidence, systems));
        }
        Scores scores = new Scores(systems, best, sampler);
        double[][] limits = limits(scores.sample(scores.all(), first));
        List<Integer> inPlay = screen(scores.all(), scores, limits);
        while (!isOver(inPlay, scores, limits)) {
            int have = scores.count(inPlay.get(0));
            if (have >= most) {
                return scores.selection(scores.bestOf(inPlay), confidence, false, inPlay);
            }
            scores.sample(inPlay, Math.min(step, most - have));
            inPlay = screen(inPlay, scores, limits);
        }
        return scores.selection(scores.bestOf(inPlay), confidence, true, inPlay);
    }

    /** h² S²_il / δ²: from so many replications on, the better mean of the two wins. */
    private double[][] limits(List<double[]> firstStage) {
        int systems = firstStage.size();
        double hSquared = hSquared(systems);
        double[][] limits = new double[systems][systems];
        for (int i = 0; i < systems; i++) {
            for (int l = 0; l < i; l++) {
                double variance = Scores.varianceOfDifferences(firstStage.get(i), firstStage.get(l));
                limits[i][l] = limits[l][i] = hSquared * variance / (indifference * indifference);
            }
        }
        return limits;
    }

    double hSquared(int systems) {
        double tail = 2 * (1 - confidence) / (systems - 1);
        return (StrictMath.pow(tail, -2.0 / (first - 1)) - 1) * (first - 1);
    }

    private List<Integer> screen(List<Integer> inPlay, Scores scores, double[][] limits) {
        List<Integer> left = new ArrayList<>();
        for (int i : inPlay) {
            if (inPlay.stream().noneMatch(l -> isBeaten(i, l, scores, limits))) {
                left.add(i);
            }
        }
        return left;
    }

    private boolean isBeaten(int i, int l, Scores scores, double[][] limits) {
        int r = scores.count(i);
        double width = Math.max(0, indifference / 2 * (limits[i][l] - r) / r);
        return scores.mean(i) < scores.mean(l) - width;
    }

    private static boolean isOver(List<Integer> inPlay, Scores scores, double[][] limits) {
        int r = scores.count(inPlay.get(0));
        return inPlay.stream().allMatch(i -> inPlay.stream().allMatch(l -> r > limits[i][l]));
    }
}
