package org.tafsim.experiment.analysis;

import java.util.Arrays;
import java.util.List;
import org.tafsim.stats.Tally;

/**
 * MSER-5, the automatic cut of the warm-up: of all cuts d in the first half, the one that minimizes the squared
 * standard error of the mean of what is left,
 *
 * <pre>MSER(d) = Σ_{i&gt;d} (Z_i − Z̄_d)² / (m − d)²,    Z_1 … Z_m the means of 5 observations each.</pre>
 *
 * <p>A minimum at the limit says that the run is too short. Source: K. P. White, "An effective truncation heuristic for
 * bias reduction in simulation output", Simulation 69(6), 1997; K. P. White, M. J. Cobb and S. C. Spratt, "A comparison
 * of five steady-state truncation heuristics for simulation", WSC 2000.
 */
public final class Mser {

    /** Observations in a batch. */
    public static final int BATCH_SIZE = 5;

    /** With fewer batches, every verdict is chance. */
    private static final int LEAST_BATCHES = 10;

    private Mser() {}

    /**
     * The cut of one series.
     *
     * @param observations finite, in order of time
     * @return too short where there are fewer than 50 of them
     */
    public static WarmupCut cut(double[] observations) {
        Checks.finite(observations);
        int batches = observations.length / BATCH_SIZE;
        if (batches < LEAST_BATCHES) {
            return new WarmupCut(observations.length, 0, false);
        }
        int cut = bestCut(observations, batches);
        return new WarmupCut(observations.length, cut * BATCH_SIZE, cut < batches / 2);
    }

    /**
     * One cut for all replications, from the mean of their series: averaging calms the noise that hides the start.
     * Source: K. Hoad, S. Robinson and R. Davies, "Automating warm-up length estimation", J. Oper. Res. Soc. 61(9),
     * 2010.
     *
     * @param replications at least one series; longer ones are read as far as the shortest
     */
    public static WarmupCut cut(List<double[]> replications) {
        Checks.atLeast(1, replications.size(), "replications");
        int length =
                replications.stream().mapToInt(series -> series.length).min().orElseThrow();
        double[] mean = new double[length];
        for (double[] series : replications) {
            for (int i = 0; i < length; i++) {
                mean[i] += series[i];
            }
        }
        return cut(Arrays.stream(mean).map(sum -> sum / replications.size()).toArray());
    }

    /** From the end, so that each cut adds one batch; of equal cuts the shortest. */
    private static int bestCut(double[] observations, int batches) {
        Tally rest = new Tally();
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int cut = batches - 1; cut >= 0; cut--) {
            rest.record(mean(observations, cut * BATCH_SIZE, BATCH_SIZE));
            if (cut <= batches / 2) {
                double statistic = rest.variance() * (rest.count() - 1) / ((double) rest.count() * rest.count());
                if (statistic <= least) {
                    least = statistic;
                    best = cut;
                }
            }
        }
        return best;
    }

    static double mean(double[] values, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum / count;
    }
}
