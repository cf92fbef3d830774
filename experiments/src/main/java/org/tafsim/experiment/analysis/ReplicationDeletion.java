package org.tafsim.experiment.analysis;

import java.util.List;
import org.tafsim.stats.ConfidenceInterval;

/**
 * A steady-state mean by replication and deletion: independent runs, the start of each left out, Student's interval
 * over the means of the rest. The cut is one for all, so that every replication estimates the same thing. Source: A. M.
 * Law, <i>Simulation Modeling and Analysis</i>, 5th ed., §9.5.2.
 *
 * @param warmup what was left out
 * @param interval of the mean
 */
public record ReplicationDeletion(WarmupCut warmup, ConfidenceInterval interval) {

    /**
     * With the cut of {@link Mser}.
     *
     * @param replications series in order of time, at least two for an interval of finite width
     * @param confidence in (0, 1)
     */
    public static ReplicationDeletion of(List<double[]> replications, double confidence) {
        WarmupCut warmup = Mser.cut(replications);
        return new ReplicationDeletion(warmup, interval(replications, warmup.cut(), confidence));
    }

    /**
     * With a given cut.
     *
     * @param cut observations to leave out at the start of each, fewer than it has
     */
    public static ConfidenceInterval interval(List<double[]> replications, int cut, double confidence) {
        double[] means = replications.stream()
                .mapToDouble(series -> meanAfter(cut, series))
                .toArray();
        return ConfidenceInterval.student(means, confidence);
    }

    private static double meanAfter(int cut, double[] series) {
        if (cut < 0 || cut >= series.length) {
            throw new IllegalArgumentException("The cut (%d) must leave something of the series of %d observations."
                    .formatted(cut, series.length));
        }
        return Mser.mean(series, cut, series.length - cut);
    }
}
